// The host takes the process's working directory for its notebook's folder: one notebook at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
