namespace TradeBot.Learning;

/// <summary>Checks of an ensemble's members.</summary>
internal static class Members
{
    public static IReadOnlyList<ITrainer> Require(IReadOnlyList<ITrainer> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count is < 1 or > 64)
            throw new ArgumentException($"An ensemble has 1 to 64 members, got {members.Count}.", nameof(members));

        return [.. members.Select(Require)];
    }

    public static ITrainer Require(ITrainer member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member is GradientBoosting { Objective: BoostingObjective.Multiclass } or NeuralNetwork { Objective: NetworkObjective.Multiclass }
            ? throw new ArgumentException($"{member.Name} predicts class numbers, which cannot be averaged.", nameof(member))
            : member;
    }

    /// <summary>Trains a member; an error names the member.</summary>
    public static IModel Train(ITrainer member, Dataset data, ReadOnlyMemory<int> rows, int seed, string part, CancellationToken cancellationToken)
    {
        try
        {
            return member.Train(data, rows, seed, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{member.Name}, {part}: {exception.Message}", nameof(data), exception);
        }
    }
}
