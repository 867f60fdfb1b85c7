namespace TradeBot.Learning;

/// <summary>A sum of trees. Immutable.</summary>
/// <param name="trees">The trees, cycling through the outputs.</param>
/// <param name="start">The scores before the first tree, one per output.</param>
internal sealed class TreeSum(Tree[] trees, double[] start)
{
    // A block of rows stays in cache while all trees run over it, unless the trees are large: then a tree stays in cache while the rows run through it.
    private const int BlockRows = 64, BlockRowsOfLargeTrees = 1024, LargeNodes = 1000;

    public Tree[] Trees => trees;

    public double[] Start => start;

    public int Outputs => start.Length;

    /// <summary>The score of a row, of one output.</summary>
    public double Score(ReadOnlySpan<double> row, int output)
    {
        double score = start[output];
        for (int i = output; i < trees.Length; i += start.Length)
            score += trees[i].Predict(row);
        return score;
    }

    /// <summary>The scores of rows of a data set, row by row.</summary>
    public double[] Score(Dataset data, int[] rows, Workers workers)
    {
        double[] scores = new double[rows.Length * Outputs];
        int width = data.Names.Count, blockRows = Array.Exists(trees, tree => tree.Nodes.Length > LargeNodes) ? BlockRowsOfLargeTrees : BlockRows;
        workers.RunChunks(rows.Length, (_, from, to) =>
        {
            double[] block = new double[blockRows * width];
            for (int i = from; i < to; i += blockRows)
            {
                int count = Math.Min(blockRows, to - i);
                Span<double> features = block.AsSpan(0, count * width);
                bool hasMissing = Gather(data, rows.AsSpan(i, count), features);
                Span<double> destination = scores.AsSpan(i * Outputs, count * Outputs);
                for (int j = 0; j < destination.Length; j++)
                    destination[j] = start[j % start.Length];
                for (int tree = 0; tree < trees.Length; tree++)
                    trees[tree].AddTo(features, width, hasMissing, destination[(tree % start.Length)..], start.Length);
            }
        });
        return scores;
    }

    /// <summary>The gain of each feature as a share of the total; 0 when there are no splits.</summary>
    public double[] GainImportance(int features)
    {
        double[] gains = new double[features];
        foreach (Tree tree in trees)
        {
            for (int node = 0; node < tree.Nodes.Length; node++)
                gains[tree.Nodes[node].Feature] += tree.Gains[node];
        }

        double total = gains.Sum();
        return total == 0 ? gains : Array.ConvertAll(gains, gain => gain / total);
    }

    private static bool Gather(Dataset data, ReadOnlySpan<int> rows, Span<double> block)
    {
        int width = data.Names.Count;
        bool hasMissing = false;
        for (int column = 0; column < width; column++)
        {
            ReadOnlySpan<double> values = data.Column(column);
            for (int i = 0; i < rows.Length; i++)
            {
                double value = values[rows[i]];
                block[i * width + column] = value;
                hasMissing |= double.IsNaN(value);
            }
        }

        return hasMissing;
    }

    public void Write(ModelWriter writer)
    {
        writer.WriteArray(start);
        writer.Write(trees.Length);
        foreach (Tree tree in trees)
            tree.Write(writer);
    }

    public static TreeSum Read(ModelReader reader)
    {
        double[] start = reader.ReadArray<double>();
        ModelReader.Require(start.Length > 0, "the trees have no output");
        int count = reader.ReadInt32();
        List<Tree> trees = [];
        for (int i = 0; i < count; i++)
            trees.Add(Tree.Read(reader));
        return new TreeSum([.. trees], start);
    }
}
