using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TradeBot.Learning;

/// <summary>A decision tree in arrays, one entry per node, the root first. Immutable.</summary>
/// <param name="nodes">The splits.</param>
/// <param name="values">Value of each leaf; 0 for inner nodes.</param>
/// <param name="covers">Cover: the weight of the training rows that reached each node.</param>
/// <param name="gains">Loss reduction of each split; 0 for leaves.</param>
/// <param name="missingRight">Whether missing values go right.</param>
/// <param name="categories">Per node the categories that go opposite to missing values, ascending; null for a numeric split.</param>
internal sealed class Tree(TreeNode[] nodes, double[] values, double[] covers, double[] gains, bool[] missingRight, double[]?[] categories)
{
    // In deeper trees most rows would wait in their leaves for the few that go deep.
    private const int MostLevelSteps = 12;

    private readonly bool _hasCategories = Array.Exists(categories, set => set != null);

    public TreeNode[] Nodes => nodes;

    public double[] Values => values;

    public double[] Covers => covers;

    public double[] Gains => gains;

    /// <summary>Splits on the longest path from the root to a leaf.</summary>
    public int Depth { get; } = DepthOf(nodes, 0);

    /// <summary>The tree's value for a row.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        int node = 0;
        while (!nodes[node].IsLeaf(node))
            node = nodes[node].Left + (GoesRight(node, row[nodes[node].Feature]) ? 1 : 0);
        return values[node];
    }

    /// <summary>Whether a value takes the right branch of a node.</summary>
    public bool GoesRight(int node, double value)
    {
        if (double.IsNaN(value))
            return missingRight[node];
        return categories[node] is double[] apart
            ? Array.BinarySearch(apart, value) >= 0 != missingRight[node]
            : value > nodes[node].Threshold;
    }

    /// <summary>Adds the tree's value for each of several rows.</summary>
    /// <param name="rows">Rows in sequence.</param>
    /// <param name="width">Values per row.</param>
    /// <param name="hasMissing">Whether any value is NaN.</param>
    /// <param name="scores">The scores to add to, every <paramref name="stride"/>-th element.</param>
    /// <param name="stride">At least 1.</param>
    public void AddTo(ReadOnlySpan<double> rows, int width, bool hasMissing, Span<double> scores, int stride)
    {
        int count = rows.Length / width, row = 0;
        if (!hasMissing && !_hasCategories && Depth <= MostLevelSteps)
        {
            // Each row takes the same number of steps, with leaves leading to themselves: no branch prediction, and four rows at once.
            ref TreeNode tree = ref MemoryMarshal.GetArrayDataReference(nodes);
            for (; row + 4 <= count; row += 4)
            {
                ref double first = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), row * width);
                ref double second = ref Unsafe.Add(ref first, width), third = ref Unsafe.Add(ref second, width), fourth = ref Unsafe.Add(ref third, width);
                int a = 0, b = 0, c = 0, d = 0;
                for (int step = 0; step < Depth; step++)
                {
                    a = Step(ref Unsafe.Add(ref tree, a), ref first);
                    b = Step(ref Unsafe.Add(ref tree, b), ref second);
                    c = Step(ref Unsafe.Add(ref tree, c), ref third);
                    d = Step(ref Unsafe.Add(ref tree, d), ref fourth);
                }

                scores[row * stride] += values[a];
                scores[(row + 1) * stride] += values[b];
                scores[(row + 2) * stride] += values[c];
                scores[(row + 3) * stride] += values[d];
            }
        }

        for (; row < count; row++)
            scores[row * stride] += Predict(rows.Slice(row * width, width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref TreeNode node, ref double row) =>
        node.Left + Unsafe.BitCast<bool, byte>(Unsafe.Add(ref row, node.Feature) > node.Threshold);

    private static int DepthOf(TreeNode[] nodes, int node) => nodes[node].IsLeaf(node)
        ? 0
        : 1 + Math.Max(DepthOf(nodes, nodes[node].Left), DepthOf(nodes, nodes[node].Left + 1));

    public void Write(ModelWriter writer)
    {
        writer.WriteArray(Array.ConvertAll(nodes, node => node.Threshold));
        writer.WriteArray(Array.ConvertAll(nodes, node => node.Feature));
        writer.WriteArray(Array.ConvertAll(nodes, node => node.Left));
        writer.WriteArray(values);
        writer.WriteArray(covers);
        writer.WriteArray(gains);
        writer.WriteArray(Array.ConvertAll(missingRight, right => (byte)(right ? 1 : 0)));
        int[] asked = [.. Enumerable.Range(0, nodes.Length).Where(node => categories[node] != null)];
        writer.WriteArray(asked);
        foreach (int node in asked)
            writer.WriteArray(categories[node]!);
    }

    public static Tree Read(ModelReader reader)
    {
        double[] thresholds = reader.ReadArray<double>();
        int[] asks = reader.ReadArray<int>(), lefts = reader.ReadArray<int>();
        ModelReader.Require(asks.Length == thresholds.Length && lefts.Length == thresholds.Length && thresholds.Length > 0, "a tree's nodes are incomplete");
        var nodes = new TreeNode[thresholds.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            // Children come after their parent, so every path ends in a leaf.
            bool isRight = lefts[i] == i ? double.IsPositiveInfinity(thresholds[i]) : lefts[i] > i && lefts[i] + 1 < nodes.Length;
            ModelReader.Require(isRight && asks[i] >= 0 && asks[i] < reader.Features.Count, $"node {i} of a tree has no valid child");
            nodes[i] = new TreeNode(thresholds[i], asks[i], lefts[i]);
        }

        double[] values = reader.ReadNumbers(nodes.Length), covers = reader.ReadNumbers(nodes.Length), gains = reader.ReadNumbers(nodes.Length);
        byte[] missing = reader.ReadArray<byte>();
        ModelReader.Require(missing.Length == nodes.Length, "a tree's nodes are incomplete");
        double[]?[] categories = new double[]?[nodes.Length];
        foreach (int node in reader.ReadArray<int>())
        {
            ModelReader.Require(node >= 0 && node < nodes.Length, $"there is no node {node}");
            categories[node] = reader.ReadArray<double>();
        }

        return new Tree(nodes, values, covers, gains, Array.ConvertAll(missing, right => right != 0), categories);
    }
}

/// <summary>A node of a tree: rows whose feature is above the threshold go to the node after <paramref name="Left"/>.</summary>
/// <param name="Threshold">+∞ in a leaf, which thus sends every row to <paramref name="Left"/>: itself.</param>
/// <param name="Feature">The position of the feature.</param>
/// <param name="Left">The left child, for the other rows; the right child follows it.</param>
internal readonly record struct TreeNode(double Threshold, int Feature, int Left)
{
    public bool IsLeaf(int self) => Left == self;
}
