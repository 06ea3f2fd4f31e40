"""What became of a title, a person or a picture: kept, compared and put back."""
