namespace TradeBot.Learning;

/// <summary>Grows a tree by splitting leaf after leaf.</summary>
/// <remarks>
/// Histograms of the smaller child are accumulated, those of the larger child are the parent's minus it. When a node tries only
/// some features, their histograms are accumulated again. Sources: Chen and Guestrin, "XGBoost", KDD 2016; Ke et al., "LightGBM", NIPS 2017.
/// </remarks>
internal sealed class TreeGrower(BinnedRows bins, TreeShape shape, GradientPairs gradients, ulong[] featureKeys, Workers workers)
{
    private const int RowsWorthThreads = 4096;

    // Relative to the leaf's score: smaller gains are rounding noise.
    private const double Rounding = 1e-9;

    private readonly RowOrder _order = new(bins, workers);
    private readonly SplitSearch _search = new(shape, gradients);
    private readonly SplitCandidate[] _first = new SplitCandidate[featureKeys.Length], _second = new SplitCandidate[featureKeys.Length];
    private readonly Stack<long[]> _free = new();
    private readonly long[][] _partial = new long[Workers.Chunks(bins.Count)][];
    private GrownTree _tree = new();
    private bool[]? _active;
    private ulong _seed;

    /// <summary>The rows, in the order of the last tree's leaves.</summary>
    public ReadOnlySpan<int> Rows(GrowingLeaf leaf) => _order.Rows.AsSpan(leaf.From, leaf.Count);

    /// <param name="rows">The rows; a repeated row counts repeatedly.</param>
    /// <param name="active">The features to use; null for all.</param>
    /// <param name="seed">Random seed.</param>
    public GrownTree Grow(ReadOnlySpan<int> rows, bool[]? active, ulong seed)
    {
        (_tree, _active, _seed) = (new GrownTree(), active, seed);
        rows.CopyTo(_order.Rows);
        long sum = 0;
        foreach (int row in rows)
            sum += gradients.Packed[row];

        var root = new GrowingLeaf { Node = _tree.AddNode(gradients.Curvature(sum)), From = 0, Count = rows.Length, Depth = 0, Sum = sum, Bounds = LeafBounds.None };
        var open = new PriorityQueue<GrowingLeaf, (double, int)>();
        Examine(root, null, null);
        Offer(root, open);
        while (open.TryDequeue(out GrowingLeaf? leaf, out _))
        {
            if (_tree.Leaves.Count + open.Count + 2 > shape.MaxLeaves)
                Close(leaf);
            else
                Divide(leaf, open);
        }

        return _tree;
    }

    private void Offer(GrowingLeaf leaf, PriorityQueue<GrowingLeaf, (double, int)> open)
    {
        if (IsReal(leaf, leaf.Best.Gain))
            open.Enqueue(leaf, (shape.BestFirst ? -leaf.Best.Gain : 0, leaf.Node));
        else
            Close(leaf);
    }

    /// <summary>Whether a gain is more than rounding noise.</summary>
    private bool IsReal(GrowingLeaf leaf, double gain)
    {
        double slope = gradients.Slope(leaf.Sum), curvature = gradients.Curvature(leaf.Sum);
        return gain > 0 && gain > Rounding * slope * slope / (curvature + shape.L2);
    }

    private void Close(GrowingLeaf leaf)
    {
        _tree.Leaves.Add(leaf);
        Release(leaf);
    }

    private void Release(GrowingLeaf leaf)
    {
        if (leaf.Histogram != null)
            _free.Push(leaf.Histogram);
        leaf.Histogram = null;
    }

    private void Divide(GrowingLeaf leaf, PriorityQueue<GrowingLeaf, (double, int)> open)
    {
        int leftCount = _order.Divide(leaf.From, leaf.Count, leaf.Best);
        long leftSum = leaf.Best.LeftSum, rightSum = leaf.Sum - leftSum;
        _tree.Ask(leaf.Node, leaf.Best, bins.Features[leaf.Best.Feature]);
        (LeafBounds leftBounds, LeafBounds rightBounds) = leaf.Bounds.Divide(
            shape.Monotone?[leaf.Best.Feature] ?? 0, ValueOf(leftSum, leaf.Bounds), ValueOf(rightSum, leaf.Bounds));
        var left = new GrowingLeaf
        {
            Node = _tree.AddNode(gradients.Curvature(leftSum)), From = leaf.From, Count = leftCount, Depth = leaf.Depth + 1, Sum = leftSum, Bounds = leftBounds,
        };
        var right = new GrowingLeaf
        {
            Node = _tree.AddNode(gradients.Curvature(rightSum)), From = leaf.From + leftCount, Count = leaf.Count - leftCount, Depth = leaf.Depth + 1, Sum = rightSum, Bounds = rightBounds,
        };
        if (leftCount <= leaf.Count - leftCount)
            Examine(left, right, leaf);
        else
            Examine(right, left, leaf);
        Offer(left, open);
        Offer(right, open);
    }

    private double ValueOf(long sum, in LeafBounds bounds) => _search.Value(gradients.Slope(sum), gradients.Curvature(sum), bounds);

    private bool MayDivide(GrowingLeaf leaf) =>
        leaf.Depth < shape.MaxDepth && leaf.Count > 1 && gradients.Curvature(leaf.Sum) >= 2 * shape.MinCurvature;

    /// <summary>Finds the best split of a leaf, and of its sibling when there is one.</summary>
    private void Examine(GrowingLeaf small, GrowingLeaf? large, GrowingLeaf? parent)
    {
        if (shape.FeaturesPerNode > 0)
        {
            ExamineSome(small);
            if (large != null)
                ExamineSome(large);
        }
        else if (MayDivide(small) || large != null && MayDivide(large))
        {
            Count(small);
            if (large != null)
                (large.Histogram, parent!.Histogram) = (parent.Histogram, null);
            ExamineAll(small, large);
        }
        else if (parent != null)
        {
            Release(parent);
        }
    }

    /// <summary>Accumulates a large leaf's histogram in chunks on several threads; a small one is accumulated while it is examined.</summary>
    private void Count(GrowingLeaf leaf)
    {
        if (!_free.TryPop(out long[]? sums))
            sums = new long[bins.Blocks.Length * Histogram.BlockLength];
        leaf.Histogram = sums;
        int pieces = Pieces(leaf), blocks = bins.Blocks.Length;
        for (int i = 1; i < pieces; i++)
            _partial[i] ??= new long[sums.Length];
        workers.Run(pieces > 1 ? pieces * blocks : 0, isWorthThreads: true, i =>
        {
            int piece = i / blocks, block = i % blocks;
            Range rows = (int)((long)leaf.Count * piece / pieces)..(int)((long)leaf.Count * (piece + 1) / pieces);
            Span<long> target = (piece == 0 ? sums : _partial[piece]).AsSpan(block * Histogram.BlockLength, Histogram.BlockLength);
            target.Clear();
            Histogram.Accumulate(bins.Blocks[block], gradients.Packed, Rows(leaf)[rows], target);
        });
    }

    private static int Pieces(GrowingLeaf leaf) => Math.Min(4, leaf.Count / (2 * Workers.ChunkRows) + 1);

    private void ExamineAll(GrowingLeaf small, GrowingLeaf? large)
    {
        bool searchSmall = MayDivide(small), searchLarge = large != null && MayDivide(large);
        int pieces = Pieces(small);
        workers.Run(bins.Blocks.Length, small.Count > RowsWorthThreads, block =>
        {
            Range range = (block * Histogram.BlockLength)..((block + 1) * Histogram.BlockLength);
            Span<long> sums = small.Histogram.AsSpan(range);
            if (pieces == 1)
            {
                sums.Clear();
                Histogram.Accumulate(bins.Blocks[block], gradients.Packed, Rows(small), sums);
            }

            for (int piece = 1; piece < pieces; piece++)
                Histogram.Add(sums, _partial[piece].AsSpan(range));
            if (large != null)
                Histogram.Subtract(large.Histogram.AsSpan(range), sums);

            int last = Math.Min(featureKeys.Length, (block + 1) * BinnedRows.BlockFeatures);
            for (int feature = block * BinnedRows.BlockFeatures; feature < last; feature++)
            {
                _first[feature] = searchSmall ? BestOf(small, feature) : default;
                _second[feature] = searchLarge ? BestOf(large!, feature) : default;
            }
        });
        small.Best = BestOf(_first);
        if (large != null)
            large.Best = BestOf(_second);
    }

    private SplitCandidate BestOf(GrowingLeaf leaf, int feature)
    {
        if (_active?[feature] == false)
            return default;

        ReadOnlySpan<long> sums = leaf.Histogram.AsSpan(feature * FeatureBins.Most, FeatureBins.Most);
        return _search.Best(bins.Features[feature], feature, sums, leaf.Sum, leaf.Bounds, Draw(leaf, feature));
    }

    private SplitCandidate BestOf(ReadOnlySpan<SplitCandidate> candidates)
    {
        SplitCandidate best = default;
        foreach (SplitCandidate candidate in candidates)
            best = Better(best, candidate);
        return best;
    }

    /// <summary>The better split; a tie is broken by feature name, whatever the column order.</summary>
    private SplitCandidate Better(SplitCandidate best, SplitCandidate candidate) =>
        candidate.Gain > best.Gain || candidate.Gain > 0 && candidate.Gain == best.Gain && featureKeys[candidate.Feature] < featureKeys[best.Feature]
            ? candidate
            : best;

    private double Draw(GrowingLeaf leaf, int feature) => shape.DrawsThresholds ? Draws.Uniform(_seed + (ulong)leaf.Node, featureKeys[feature]) : 0;

    /// <summary>Tries features in random order until enough of them can be split.</summary>
    private void ExamineSome(GrowingLeaf leaf)
    {
        leaf.Best = default;
        if (!MayDivide(leaf))
            return;

        ulong[] keys = Array.ConvertAll(featureKeys, key => Draws.Mix(_seed ^ 0x5DEECE66D, key + (ulong)leaf.Node));
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        Span<long> sums = stackalloc long[FeatureBins.Most];
        int tried = 0;
        foreach (int feature in order)
        {
            if (tried == shape.FeaturesPerNode)
                break;
            sums.Clear();
            Histogram.Accumulate(bins, feature, gradients.Packed, Rows(leaf), sums);
            SplitCandidate candidate = _search.Best(bins.Features[feature], feature, sums, leaf.Sum, leaf.Bounds, Draw(leaf, feature));
            if (!IsReal(leaf, candidate.Gain))
                continue;
            tried++;
            leaf.Best = Better(leaf.Best, candidate);
        }
    }
}
