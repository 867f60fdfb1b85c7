namespace TradeBot.Optimization;

/// <summary>Every combination that the space accepts, once, the last parameter changing fastest.</summary>
public sealed class GridSampler : ISampler
{
    /// <inheritdoc/>
    public string Name => "grid";

    /// <inheritdoc/>
    public int BatchSize => int.MaxValue;

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
        private readonly IEnumerator<ParameterSet> _combinations = Combinations(space).Where(space.Accepts).GetEnumerator();

        public ParameterSet? Ask(int number) => _combinations.MoveNext() ? _combinations.Current : null;

        public void Tell(int number, ParameterSet parameters, double loss)
        {
            // A grid is fixed beforehand.
        }

        private static IEnumerable<ParameterSet> Combinations(ParameterSpace space)
        {
            int[] indices = new int[space.Parameters.Count];
            var values = new ParameterValue[indices.Length];
            do
            {
                for (int i = 0; i < indices.Length; i++)
                    values[i] = space.Parameters[i].At(indices[i]);
                yield return space.SetOf(values);
            }
            while (Advance(indices, space.Parameters));
        }

        private static bool Advance(int[] indices, IReadOnlyList<Parameter> parameters)
        {
            for (int i = indices.Length - 1; i >= 0; i--)
            {
                if (++indices[i] < parameters[i].Count)
                    return true;
                indices[i] = 0;
            }

            return false;
        }
    }
}
