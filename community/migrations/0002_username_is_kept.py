"""A username never changes, except in the transaction that logged a rename."""

from django.db import migrations

# now() is the moment of the transaction, and the rename's column has it as its default:
# only a row of this very transaction matches.
KEEP = """
create function community_username_is_kept() returns trigger language plpgsql as $$
begin
    if not exists (
        select from community_rename
        where member_id = old.id
            and old_username = old.username
            and new_username = new.username
            and renamed_at = now()
    ) then
        raise exception 'a username never changes; log a rename instead'
            using errcode = 'integrity_constraint_violation',
                constraint = 'a_username_is_kept';
    end if;
    return new;
end
$$;
create trigger a_username_is_kept before update of username on community_user
for each row when (old.username is distinct from new.username)
execute function community_username_is_kept();
"""
LET_GO = """
drop trigger a_username_is_kept on community_user;
drop function community_username_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("community", "0001_initial")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
