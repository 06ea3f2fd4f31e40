"""Small tools, each named for its matter, that know no app of ours."""
