namespace TradeBot.Learning;

/// <summary>A model of what other models foretell.</summary>
public sealed class StackingModel : IModel, IBatchModel
{
    private readonly IModel[] _members;
    private readonly bool _usesLogOdds;

    internal StackingModel(string name, IModel[] members, IModel final, bool usesLogOdds) =>
        (Name, _members, Final, _usesLogOdds) = (name, members, final, usesLogOdds);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => _members[0].Features;

    /// <summary>Those whose predictions are the last one's features.</summary>
    public IReadOnlyList<IModel> Members => _members;

    /// <summary>The last one.</summary>
    public IModel Final { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        Span<double> foretold = stackalloc double[_members.Length];
        for (int i = 0; i < foretold.Length; i++)
            foretold[i] = Feature(_members[i].Predict(row));
        return Final.Predict(foretold);
    }

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        double[][] columns = [.. _members.Select(_ => new double[rows.Length])];
        for (int i = 0; i < columns.Length; i++)
            _members[i].Predict(data, rows, columns[i]);
        Span<double> foretold = stackalloc double[columns.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int i = 0; i < columns.Length; i++)
                foretold[i] = Feature(columns[i][row]);
            destination[row] = Final.Predict(foretold);
        }
    }

    /// <summary>Method and size in one line.</summary>
    public override string ToString() => $"{Name}: {_members.Length} members";

    private double Feature(double foretold) => _usesLogOdds ? LogOdds.Of(foretold) : foretold;

    internal void Write(ModelWriter writer)
    {
        writer.Write(_members.Length);
        foreach (IModel member in _members)
            writer.WriteModel(member);
        writer.WriteModel(Final);
        writer.Write(_usesLogOdds);
    }

    internal static StackingModel Read(ModelReader reader)
    {
        IModel[] members = reader.ReadMembers(reader.ReadInt32());
        IModel final = reader.ReadModel();
        ModelReader.Require(final.Features.Count == members.Length, $"a model of {final.Features.Count} others, of which there are {members.Length}");
        return new StackingModel(reader.Name, members, final, reader.ReadBoolean());
    }
}
