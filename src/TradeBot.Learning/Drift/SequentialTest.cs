namespace TradeBot.Learning;

/// <summary>Tells which of two models errs less, and may be looked at after every row.</summary>
/// <remarks>
/// A bettor who stakes a share of his fortune on each row that the challenger errs less cannot expect to gain if it does not: his fortune passes <c>1/α</c>, at any time, with a
/// probability of at most <c>α</c>. The fortune here is the mean of those of several bettors, each with one stake. A second fortune bets on the champion.
/// So looking often, or stopping when it pleases, does not raise the error. It is for rows each of which is decided when the one before is known.
/// Sources: Shafer, <i>J. Royal Statistical Society A</i> 184(2), 2021; Choe and Ramdas, "Comparing sequential forecasters", <i>Operations Research</i> 72(4), 2024.
/// </remarks>
public sealed class SequentialTest
{
    private static readonly double[] Stakes = [0.01, 0.03, 0.1, 0.3, 0.6, 0.9];

    private readonly double[] _forChallenger = new double[Stakes.Length], _forChampion = new double[Stakes.Length]; // logarithms
    private readonly double _level;

    /// <param name="level">The chance, in (0, 1), that a difference is told where there is none, of each side.</param>
    public SequentialTest(double level = 0.05)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1).");
        _level = level;
    }

    /// <summary>How many rows were told.</summary>
    public int Rows { get; private set; }

    /// <summary>After how many rows the contest was decided; null while it is open.</summary>
    public int? DecidedAfter { get; private set; }

    /// <summary>What is known; once decided it stays so.</summary>
    public Contest State { get; private set; }

    /// <summary>The evidence for the challenger: one over it bounds the chance of so much if it were no better. The largest so far.</summary>
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

    /// <summary>The mean fortune after one more row.</summary>
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

/// <summary>What is known so far of two models that foretell the same rows.</summary>
public enum Contest
{
    /// <summary>Neither is shown to be better; more rows may tell.</summary>
    Open,

    /// <summary>The challenger's losses are smaller.</summary>
    ChallengerBetter,

    /// <summary>The champion's losses are smaller.</summary>
    ChampionBetter,
}
