"""Pages that draw on several apps. May import all of them; nobody imports these."""
