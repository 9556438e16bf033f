"""Files become a website: one project for each locale, built side by side, put together and swapped in."""
