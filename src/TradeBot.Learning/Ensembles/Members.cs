namespace TradeBot.Learning;

/// <summary>What ensembles ask of the trainers that they are made of.</summary>
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
            ? throw new ArgumentException($"{member.Name} foretells the number of a class, of which there is no mean.", nameof(member))
            : member;
    }

    /// <summary>Names the member that rows do not suit.</summary>
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
