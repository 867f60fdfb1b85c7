namespace TradeBot.Learning;

/// <summary>Reads what <see cref="CompositeWriter"/> wrote, and trusts none of it.</summary>
/// <param name="name">Of the model.</param>
/// <param name="features">Of the model.</param>
/// <param name="depth">How many models this one is a part of.</param>
internal sealed class CompositeReader(string name, IReadOnlyList<string> features, int depth)
{
    private const int MostParts = 1000;

    public VotingModel ReadVoting(BinaryReader reader)
    {
        double[] weights = reader.ReadArray<double>();
        return new VotingModel(name, ReadMembers(reader, weights.Length), weights);
    }

    public StackingModel ReadStacking(BinaryReader reader)
    {
        IModel[] members = ReadMembers(reader, reader.ReadInt32());
        IModel final = ModelReader.Read(reader, depth + 1);
        Require(final.Features.Count == members.Length, $"a model of {final.Features.Count} others, of which there are {members.Length}");
        return new StackingModel(name, members, final, reader.ReadBoolean());
    }

    public CalibratedModel ReadCalibrated(BinaryReader reader)
    {
        IModel inner = ReadMembers(reader, 1)[0];
        var method = (CalibrationMethod)reader.ReadByte();
        Require(Enum.IsDefined(method), $"the calibration {method} is unknown");
        double[] first = reader.ReadArray<double>();
        if (method == CalibrationMethod.Platt)
        {
            Require(first.Length == 2, $"a line of {first.Length} numbers");
            return new CalibratedModel(name, inner, new PlattCalibrator(first[0], first[1]));
        }

        double[] values = reader.ReadArray<double>();
        bool rises = first.Length > 0 && values.Length == first.Length && Enumerable.Range(1, first.Length - 1).All(i => first[i] > first[i - 1] && values[i] >= values[i - 1]);
        Require(rises, $"{first.Length} steps with {values.Length} values");
        return new CalibratedModel(name, inner, new IsotonicCalibrator(first, values));
    }

    public ReducedModel ReadReduced(BinaryReader reader)
    {
        var kind = (ReducerKind)reader.ReadByte();
        IReducer reducer = kind switch
        {
            ReducerKind.PrincipalComponents => ReadComponents(reader),
            ReducerKind.ClusterCentres => ReadCentres(reader),
            _ => throw new InvalidDataException($"The model's file is damaged: the reduction {kind} is unknown."),
        };
        IModel inner = ModelReader.Read(reader, depth + 1);
        Require(inner.Features.SequenceEqual(reducer.Names, StringComparer.Ordinal), $"a model of {inner.Features.Count} features made of {reducer.Names.Count}");
        return new ReducedModel(name, reducer, inner);
    }

    private PrincipalComponents ReadComponents(BinaryReader reader)
    {
        Standardizer standardizer = ModelReader.ReadStandardizer(reader, features.Count);
        double[] variances = reader.ReadArray<double>();
        Require(variances.Length <= features.Count, $"{variances.Length} components of {features.Count} features");
        double[] shares = ModelReader.ReadValues(reader, variances.Length);
        return new PrincipalComponents(features, standardizer, [.. variances.Select(_ => ModelReader.ReadValues(reader, features.Count))], variances, shares);
    }

    private ClusterCentres ReadCentres(BinaryReader reader)
    {
        var inputs = new StandardRows(features, ModelReader.ReadStandardizer(reader, features.Count));
        double[] weights = reader.ReadArray<double>(), centres = ModelReader.ReadValues(reader, weights.Length * features.Count);
        return new ClusterCentres(inputs, centres, weights, reader.ReadDouble());
    }

    private IModel[] ReadMembers(BinaryReader reader, int count)
    {
        Require(count is >= 1 and <= MostParts, $"a model of {count} others");
        List<IModel> members = [];
        for (int i = 0; i < count; i++)
        {
            members.Add(ModelReader.Read(reader, depth + 1));
            Require(members[i].Features.SequenceEqual(features, StringComparer.Ordinal), $"a part for the features {string.Join(", ", members[i].Features)}");
        }

        return [.. members];
    }

    private static void Require(bool isTrue, string otherwise)
    {
        if (!isTrue)
            throw new InvalidDataException($"The model's file is damaged: {otherwise}.");
    }
}
