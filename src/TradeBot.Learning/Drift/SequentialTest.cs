namespace TradeBot.Learning;

/// <summary>Sequential test of which of two models has the lower loss; valid at any time, after every row.</summary>
/// <remarks>
/// A betting test (e-process): a bettor who stakes a share of the capital on each row that the challenger has the lower loss cannot expect to gain when it has not: the capital exceeds <c>1/α</c>, at any time, with a
/// probability of at most <c>α</c>. The capital here is the mean over several bettors with one stake each. A second bet is on the champion.
/// Looking often, or stopping early, therefore does not raise the error. Each row must be decided after the previous outcome is known.
/// Sources: Shafer, <i>J. Royal Statistical Society A</i> 184(2), 2021; Choe and Ramdas, "Comparing sequential forecasters", <i>Operations Research</i> 72(4), 2024.
/// </remarks>
public sealed class SequentialTest
{
    private static readonly double[] Stakes = [0.01, 0.03, 0.1, 0.3, 0.6, 0.9];

    private readonly double[] _forChallenger = new double[Stakes.Length], _forChampion = new double[Stakes.Length]; // logarithms
    private readonly double _level;

    /// <param name="level">Error probability per side, in (0, 1): the chance of reporting a difference where there is none.</param>
    public SequentialTest(double level = 0.05)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1).");
        _level = level;
    }

    /// <summary>Number of rows seen.</summary>
    public int Rows { get; private set; }

    /// <summary>Number of rows after which the test was decided; null while undecided.</summary>
    public int? DecidedAfter { get; private set; }

    /// <summary>The state of the test; final once decided.</summary>
    public Contest State { get; private set; }

    /// <summary>Evidence for the challenger (e-value): its reciprocal bounds the probability of such evidence if it were no better. The largest so far.</summary>
    public double ChallengerEvidence { get; private set; } = 1;

    /// <summary>The evidence for the champion, likewise.</summary>
    public double ChampionEvidence { get; private set; } = 1;

    /// <summary>Takes the next row.</summary>
    /// <param name="championLoss">In [0, 1], such as the squared error of a probability.</param>
    /// <param name="challengerLoss">Likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A loss is not in [0, 1].</exception>
    public Contest Update(double championLoss, double challengerLoss)
    {
        if (championLoss is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(championLoss), championLoss, "Must be in [0, 1].");
        if (challengerLoss is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(challengerLoss), challengerLoss, "Must be in [0, 1].");

        Rows++;
        double advantage = championLoss - challengerLoss;
        ChallengerEvidence = Math.Max(ChallengerEvidence, Bet(_forChallenger, advantage));
        ChampionEvidence = Math.Max(ChampionEvidence, Bet(_forChampion, -advantage));
        if (State == Contest.Open && Math.Max(ChallengerEvidence, ChampionEvidence) >= 1 / _level)
        {
            State = ChallengerEvidence >= ChampionEvidence ? Contest.ChallengerBetter : Contest.ChampionBetter;
            DecidedAfter = Rows;
        }

        return State;
    }

    /// <summary>The mean capital after one more row.</summary>
    private static double Bet(double[] fortunes, double advantage)
    {
        double sum = 0;
        for (int i = 0; i < fortunes.Length; i++)
        {
            fortunes[i] += Math.Log(1 + Stakes[i] * advantage);
            sum += Math.Exp(fortunes[i]);
        }

        return sum / fortunes.Length;
    }
}

/// <summary>State of the comparison of two models on the same rows.</summary>
public enum Contest
{
    /// <summary>Undecided; more rows may decide.</summary>
    Open,

    /// <summary>The challenger's losses are smaller.</summary>
    ChallengerBetter,

    /// <summary>The champion's losses are smaller.</summary>
    ChampionBetter,
}
