namespace TradeBot.Learning;

/// <summary>The weighted mean of several models' predictions.</summary>
public sealed class VotingModel : IModel, IBatchModel
{
    private readonly IModel[] _members;
    private readonly double[] _weights;

    internal VotingModel(string name, IModel[] members, double[] weights) => (Name, _members, _weights) = (name, members, weights);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features => _members[0].Features;

    /// <summary>The members.</summary>
    public IReadOnlyList<IModel> Members => _members;

    /// <summary>The members' weights; they sum to 1.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (int i = 0; i < _members.Length; i++)
            sum += _weights[i] * _members[i].Predict(row);
        return sum;
    }

    void IBatchModel.Predict(Dataset data, int[] rows, Span<double> destination)
    {
        destination.Clear();
        double[] predicted = new double[rows.Length];
        for (int i = 0; i < _members.Length; i++)
        {
            _members[i].Predict(data, rows, predicted);
            for (int row = 0; row < predicted.Length; row++)
                destination[row] += _weights[i] * predicted[row];
        }
    }

    /// <summary>Method and size in one line.</summary>
    public override string ToString() => $"{Name}: {_members.Length} members";

    internal void Write(ModelWriter writer)
    {
        writer.WriteArray(_weights);
        foreach (IModel member in _members)
            writer.WriteModel(member);
    }

    internal static VotingModel Read(ModelReader reader)
    {
        double[] weights = reader.ReadArray<double>();
        return new VotingModel(reader.Name, reader.ReadMembers(weights.Length), weights);
    }
}
