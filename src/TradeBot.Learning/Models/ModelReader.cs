namespace TradeBot.Learning;

/// <summary>Reads what <see cref="ModelWriter"/> wrote, and trusts none of it.</summary>
internal static class ModelReader
{
    // Of models within models: more than anyone builds, and far from the end of the stack.
    private const int MostDepth = 16;

    public static IModel Read(BinaryReader reader, int depth = 0)
    {
        if (depth > MostDepth)
            throw new InvalidDataException($"The model's file is damaged: models within models, more than {MostDepth} deep.");

        var kind = (ModelKind)reader.ReadByte();
        string name = reader.ReadString();
        int count = reader.ReadInt32();
        List<string> features = [];
        for (int i = 0; i < count; i++)
            features.Add(reader.ReadString());
        var composite = new CompositeReader(name, features, depth);
        return kind switch
        {
            ModelKind.Logistic => ReadLogistic(reader, name, features),
            ModelKind.GradientBoosting => new GradientBoostingModel(name, features, ReadObjective(reader), ReadSum(reader, features.Count)),
            ModelKind.Forest => new ForestModel(name, features, reader.ReadBoolean(), ReadSum(reader, features.Count)),
            ModelKind.Linear => ReadLinear(reader, name, features),
            ModelKind.NeuralNetwork => ReadNetwork(reader, name, features),
            ModelKind.Voting => composite.ReadVoting(reader),
            ModelKind.Stacking => composite.ReadStacking(reader),
            ModelKind.Calibrated => composite.ReadCalibrated(reader),
            ModelKind.Reduced => composite.ReadReduced(reader),
            ModelKind.Foreign => ReadForeign(reader, name, features),
            _ => throw new InvalidDataException($"The model's file is of the unknown kind {kind}."),
        };
    }

    private static IModel ReadForeign(BinaryReader reader, string name, List<string> features)
    {
        ForeignFormat format = ModelFile.FormatOf(reader.ReadString());
        using var bytes = new MemoryStream(reader.ReadArray<byte>());
        return format.Read(bytes, name, features);
    }

    private static LogisticModel ReadLogistic(BinaryReader reader, string name, List<string> features)
    {
        Standardizer standardizer = ReadStandardizer(reader, features.Count);
        double intercept = reader.ReadDouble();
        return new LogisticModel(name, features, standardizer, intercept, ReadValues(reader, features.Count));
    }

    private static LinearModel ReadLinear(BinaryReader reader, string name, List<string> features)
    {
        Standardizer standardizer = ReadStandardizer(reader, features.Count);
        double intercept = reader.ReadDouble();
        return new LinearModel(name, features, standardizer, intercept, ReadValues(reader, features.Count));
    }

    private static NeuralNetworkModel ReadNetwork(BinaryReader reader, string name, List<string> features)
    {
        var objective = (NetworkObjective)reader.ReadByte();
        if (!Enum.IsDefined(objective) || objective == NetworkObjective.Automatic)
            throw new InvalidDataException($"The model's file is damaged: the objective {objective} is unknown.");

        var inputs = new StandardRows(features, ReadStandardizer(reader, features.Count));
        int[] widths = reader.ReadArray<int>();
        bool isOneOutput = objective == NetworkObjective.Multiclass || widths is [.., 1];
        if (widths.Length < 2 || widths[0] != features.Count || !isOneOutput || Array.Exists(widths, width => width is < 1 or > 1 << 14))
            throw new InvalidDataException($"The model's file is damaged: a network of the widths {string.Join('-', widths)}.");

        var shape = new NetworkShape(widths);
        return new NeuralNetworkModel(name, inputs, objective, shape, ReadValues(reader, shape.ParameterCount), reader.ReadDouble(), reader.ReadDouble());
    }

    public static Standardizer ReadStandardizer(BinaryReader reader, int count) => new(ReadValues(reader, count), ReadValues(reader, count));

    public static double[] ReadValues(BinaryReader reader, int count)
    {
        double[] values = reader.ReadArray<double>();
        return values.Length == count ? values : throw new InvalidDataException($"The model's file is damaged: expected {count} numbers, got {values.Length}.");
    }

    private static BoostingObjective ReadObjective(BinaryReader reader)
    {
        var objective = (BoostingObjective)reader.ReadByte();
        return Enum.IsDefined(objective) ? objective : throw new InvalidDataException($"The model's file is damaged: the objective {objective} is unknown.");
    }

    private static TreeSum ReadSum(BinaryReader reader, int features)
    {
        double[] start = reader.ReadArray<double>();
        if (start.Length == 0)
            throw new InvalidDataException("The model's file is damaged: the trees have no output.");

        int count = reader.ReadInt32();
        List<Tree> trees = [];
        for (int i = 0; i < count; i++)
            trees.Add(ReadTree(reader, features));
        return new TreeSum([.. trees], start);
    }

    private static Tree ReadTree(BinaryReader reader, int features)
    {
        double[] thresholds = reader.ReadArray<double>();
        int[] asks = reader.ReadArray<int>(), lefts = reader.ReadArray<int>();
        if (asks.Length != thresholds.Length || lefts.Length != thresholds.Length || thresholds.Length == 0)
            throw new InvalidDataException("The model's file is damaged: a tree's nodes are incomplete.");

        var nodes = new TreeNode[thresholds.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            // Children come after their parent, so every way ends in a leaf.
            bool isLeaf = lefts[i] == i;
            if (asks[i] < 0 || asks[i] >= features || !isLeaf && (lefts[i] <= i || lefts[i] + 1 >= nodes.Length) || isLeaf && !double.IsPositiveInfinity(thresholds[i]))
                throw new InvalidDataException($"The model's file is damaged: node {i} of a tree leads nowhere.");
            nodes[i] = new TreeNode(thresholds[i], asks[i], lefts[i]);
        }

        double[] values = ReadValues(reader, nodes.Length), covers = ReadValues(reader, nodes.Length), gains = ReadValues(reader, nodes.Length);
        byte[] missing = reader.ReadArray<byte>();
        if (missing.Length != nodes.Length)
            throw new InvalidDataException("The model's file is damaged: a tree's nodes are incomplete.");

        double[]?[] categories = new double[]?[nodes.Length];
        foreach (int node in reader.ReadArray<int>())
        {
            if (node < 0 || node >= nodes.Length)
                throw new InvalidDataException($"The model's file is damaged: there is no node {node}.");
            categories[node] = reader.ReadArray<double>();
        }

        return new Tree(nodes, values, covers, gains, Array.ConvertAll(missing, right => right != 0), categories);
    }
}
