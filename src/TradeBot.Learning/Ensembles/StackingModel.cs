namespace TradeBot.Learning;

/// <summary>A model whose inputs are other models' predictions.</summary>
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

    /// <summary>The models whose predictions are the final model's features.</summary>
    public IReadOnlyList<IModel> Members => _members;

    /// <summary>The final model.</summary>
    public IModel Final { get; }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        Span<double> predicted = stackalloc double[_members.Length];
        for (int i = 0; i < predicted.Length; i++)
            predicted[i] = Feature(_members[i].Predict(row));
        return Final.Predict(predicted);
    }

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        double[][] columns = [.. _members.Select(_ => new double[rows.Length])];
        for (int i = 0; i < columns.Length; i++)
            _members[i].Predict(data, rows, columns[i]);
        Span<double> predicted = stackalloc double[columns.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int i = 0; i < columns.Length; i++)
                predicted[i] = Feature(columns[i][row]);
            destination[row] = Final.Predict(predicted);
        }
    }

    /// <summary>Method and size in one line.</summary>
    public override string ToString() => $"{Name}: {_members.Length} members";

    private double Feature(double predicted) => _usesLogOdds ? LogOdds.Of(predicted) : predicted;

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
        ModelReader.Require(final.Features.Count == members.Length, $"a stacked model of {final.Features.Count} members, but there are {members.Length}");
        return new StackingModel(reader.Name, members, final, reader.ReadBoolean());
    }
}
