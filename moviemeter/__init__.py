"""The site as a whole: settings, addresses, and the pages that draw on several apps."""
