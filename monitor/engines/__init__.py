"""Who runs the pipeline's steps: local (in this process) or cluster (workers on PostgreSQL)."""
