"""What exists: titles, people, credits, pictures. Knows no member, vote or article."""
