"""What all recording commands share: from options and answers to a record on disk."""
