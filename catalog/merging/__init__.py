"""Two titles or two people that are one: all that hangs on either arrives at one."""
