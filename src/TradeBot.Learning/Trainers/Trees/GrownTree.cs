namespace TradeBot.Learning;

/// <summary>A tree whose leaves have no values yet, and the rows in each.</summary>
internal sealed class GrownTree
{
    private readonly List<TreeNode> _nodes = [];
    private readonly List<double> _covers = [], _gains = [];
    private readonly List<bool> _missingRight = [];
    private readonly List<double[]?> _categories = [];

    public List<GrowingLeaf> Leaves { get; } = [];

    public int AddNode(double cover)
    {
        _nodes.Add(new TreeNode(double.PositiveInfinity, 0, _nodes.Count));
        _covers.Add(cover);
        _gains.Add(0);
        _missingRight.Add(true);
        _categories.Add(null);
        return _nodes.Count - 1;
    }

    /// <summary>Turns a node into a split; its left child is the next node to be added.</summary>
    public void Ask(int node, SplitCandidate split, FeatureBins bins)
    {
        double threshold = split.RightBins == null ? bins.UpperEdge(split.Bin) : 0;
        _nodes[node] = new TreeNode(threshold, split.Feature, _nodes.Count);
        (_gains[node], _missingRight[node]) = (split.Gain, split.MissingRight);
        if (split.RightBins != null)
        {
            _categories[node] = [.. Enumerable.Range(1, bins.Count - 1).Where(bin => split.RightBins[bin] != split.MissingRight).Select(bins.Category)];
        }
    }

    /// <param name="leafValues">One per leaf, in the order of <see cref="Leaves"/>.</param>
    public Tree Finish(double[] leafValues)
    {
        double[] values = new double[_nodes.Count];
        for (int i = 0; i < leafValues.Length; i++)
            values[Leaves[i].Node] = leafValues[i];
        return new Tree([.. _nodes], values, [.. _covers], [.. _gains], [.. _missingRight], [.. _categories]);
    }
}
