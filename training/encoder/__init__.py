"""A pretrained encoder under all heads: its recipe, in PyTorch, and what is exported of it."""
