namespace TradeBot.Optimization;

/// <summary>Every combination that the space accepts, once, the last parameter changing fastest.</summary>
public sealed class GridSampler : ISampler
{
    /// <inheritdoc/>
    public string Name => "grid";

    /// <inheritdoc/>
    public int BatchSize => int.MaxValue;

    /// <inheritdoc/>
    public int MaxObjectives => int.MaxValue;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A parameter is continuous.</exception>
    public ISamplerSession Start(ParameterSpace space, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        Parameter? continuous = space.Parameters.FirstOrDefault(parameter => parameter.Count is null);
        return continuous is null
            ? new Session(space)
            : throw new ArgumentException($"A grid needs steps, and the range of '{continuous.Name}' is continuous: give it a step.", nameof(space));
    }

    private sealed class Session(ParameterSpace space) : ISamplerSession
    {
        private readonly IEnumerator<ParameterSet> _combinations =
            Combinations(space, 0, new KeyValuePair<string, ParameterValue>[space.Parameters.Count], 0).Where(space.Accepts).GetEnumerator();

        public ParameterSet? Ask(int number) => _combinations.MoveNext() ? _combinations.Current : null;

        public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
        {
            // A grid does not depend on results.
        }

        /// <summary>Enumerates the parameters from one on; one whose condition is false is absent and not varied.</summary>
        private static IEnumerable<ParameterSet> Combinations(ParameterSpace space, int at, KeyValuePair<string, ParameterValue>[] chosen, int count)
        {
            if (at == space.Parameters.Count)
                return [ParameterSet.Trusted(chosen[..count])];
            return space.Holds(at, chosen.AsSpan(0, count))
                ? Choices(space, at, chosen, count)
                : Combinations(space, at + 1, chosen, count);
        }

        private static IEnumerable<ParameterSet> Choices(ParameterSpace space, int at, KeyValuePair<string, ParameterValue>[] chosen, int count)
        {
            Parameter parameter = space.Parameters[at];
            for (int i = 0; i < parameter.Count; i++)
            {
                chosen[count] = new(parameter.Name, parameter.At(i));
                foreach (ParameterSet set in Combinations(space, at + 1, chosen, count + 1))
                    yield return set;
            }
        }
    }
}
