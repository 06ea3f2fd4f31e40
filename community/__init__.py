"""What people do here: accounts now; votes, threads and lists in their turn."""
