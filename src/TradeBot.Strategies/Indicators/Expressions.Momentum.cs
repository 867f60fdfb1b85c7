namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Accelerator oscillator.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 5 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 34 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 5 when null.</param>
    public static IndicatorSeries Ac(Argument? fast = null, Argument? slow = null, Argument? signal = null) => Call("ac", fast, slow, signal);

    /// <summary>Awesome oscillator.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 5 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 34 when null.</param>
    public static IndicatorSeries Ao(Argument? fast = null, Argument? slow = null) => Call("ao", fast, slow);

    /// <summary>Absolute price oscillator.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 12 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 26 when null.</param>
    public static IndicatorSeries Apo(Argument? fast = null, Argument? slow = null) => Call("apo", fast, slow);

    /// <summary>Bias.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Bias(Argument? period = null) => Call("bias", period);

    /// <summary>Balance of power.</summary>
    public static IndicatorSeries Bop() => Call("bop");

    /// <summary>Commodity channel index.</summary>
    /// <param name="period">Whole number from 2 to 100000; 20 when null.</param>
    public static IndicatorSeries Cci(Argument? period = null) => Call("cci", period);

    /// <summary>Chande momentum oscillator.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Cmo(Argument? period = null) => Call("cmo", period);

    /// <summary>Coppock curve.</summary>
    /// <param name="first">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="second">Whole number from 1 to 100000; 11 when null.</param>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Coppock(Argument? first = null, Argument? second = null, Argument? period = null) =>
        Call("coppock", first, second, period);

    /// <summary>Connors RSI.</summary>
    /// <param name="price">Whole number from 1 to 100000; 3 when null.</param>
    /// <param name="streak">Whole number from 1 to 100000; 2 when null.</param>
    /// <param name="rank">Whole number from 1 to 100000; 100 when null.</param>
    public static IndicatorSeries ConnorsRsi(Argument? price = null, Argument? streak = null, Argument? rank = null) =>
        Call("crsi", price, streak, rank);

    /// <summary>Detrended price oscillator.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Dpo(Argument? period = null) => Call("dpo", period);

    /// <summary>Elder ray. Lines: bull, bear.</summary>
    /// <param name="period">Whole number from 1 to 100000; 13 when null.</param>
    public static IndicatorSeries ElderRay(Argument? period = null) => Call("eri", period);

    /// <summary>Fisher transform. Lines: fisher, signal.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Fisher(Argument? period = null) => Call("fisher", period);

    /// <summary>Forecast oscillator.</summary>
    /// <param name="period">Whole number from 2 to 100000; 14 when null.</param>
    public static IndicatorSeries ForecastOscillator(Argument? period = null) => Call("fosc", period);

    /// <summary>Intraday momentum index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Imi(Argument? period = null) => Call("imi", period);

    /// <summary>Stochastic with recursive smoothing. Lines: k, d, j.</summary>
    /// <param name="period">Whole number from 1 to 100000; 9 when null.</param>
    /// <param name="k">Whole number from 1 to 100000; 3 when null.</param>
    /// <param name="d">Whole number from 1 to 100000; 3 when null.</param>
    public static IndicatorSeries Kdj(Argument? period = null, Argument? k = null, Argument? d = null) => Call("kdj", period, k, d);

    /// <summary>Know sure thing. Lines: kst, signal.</summary>
    /// <param name="rate1">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="rate2">Whole number from 1 to 100000; 15 when null.</param>
    /// <param name="rate3">Whole number from 1 to 100000; 20 when null.</param>
    /// <param name="rate4">Whole number from 1 to 100000; 30 when null.</param>
    /// <param name="mean1">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="mean2">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="mean3">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="mean4">Whole number from 1 to 100000; 15 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Kst(Argument? rate1 = null, Argument? rate2 = null, Argument? rate3 = null, Argument? rate4 = null, Argument? mean1 = null, Argument? mean2 = null, Argument? mean3 = null, Argument? mean4 = null, Argument? signal = null) =>
        Call("kst", rate1, rate2, rate3, rate4, mean1, mean2, mean3, mean4, signal);

    /// <summary>Laguerre RSI.</summary>
    /// <param name="gamma">From 0 to 0.99; 0.5 when null.</param>
    public static IndicatorSeries LaguerreRsi(Argument? gamma = null) => Call("lrsi", gamma);

    /// <summary>Moving average convergence divergence. Lines: macd, signal, histogram.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 12 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 26 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Macd(Argument? fast = null, Argument? slow = null, Argument? signal = null) => Call("macd", fast, slow, signal);

    /// <summary>Money flow index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Mfi(Argument? period = null) => Call("mfi", period);

    /// <summary>Momentum.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Momentum(Argument? period = null) => Call("mom", period);

    /// <summary>Pretty good oscillator.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Pgo(Argument? period = null) => Call("pgo", period);

    /// <summary>Price momentum oscillator. Lines: pmo, signal.</summary>
    /// <param name="first">Whole number from 2 to 100000; 35 when null.</param>
    /// <param name="second">Whole number from 2 to 100000; 20 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Pmo(Argument? first = null, Argument? second = null, Argument? signal = null) => Call("pmo", first, second, signal);

    /// <summary>Percentage price oscillator. Lines: ppo, signal, histogram.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 12 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 26 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Ppo(Argument? fast = null, Argument? slow = null, Argument? signal = null) => Call("ppo", fast, slow, signal);

    /// <summary>Psychological line.</summary>
    /// <param name="period">Whole number from 1 to 100000; 12 when null.</param>
    public static IndicatorSeries PsychologicalLine(Argument? period = null) => Call("psy", period);

    /// <summary>Quantitative qualitative estimation. Lines: smoothed, trail.</summary>
    /// <param name="rsi">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="smoothing">Whole number from 1 to 100000; 5 when null.</param>
    /// <param name="factor">From 0.1 to 100; 4.236 when null.</param>
    public static IndicatorSeries Qqe(Argument? rsi = null, Argument? smoothing = null, Argument? factor = null) =>
        Call("qqe", rsi, smoothing, factor);

    /// <summary>Qstick.</summary>
    /// <param name="period">Whole number from 1 to 100000; 8 when null.</param>
    public static IndicatorSeries QStick(Argument? period = null) => Call("qstick", period);

    /// <summary>Relative momentum index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="momentum">Whole number from 1 to 100000; 5 when null.</param>
    public static IndicatorSeries Rmi(Argument? period = null, Argument? momentum = null) => Call("rmi", period, momentum);

    /// <summary>Rate of change.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Roc(Argument? period = null) => Call("roc", period);

    /// <summary>Relative strength index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Rsi(Argument? period = null) => Call("rsi", period);

    /// <summary>Relative vigor index. Lines: rvgi, signal.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries VigorIndex(Argument? period = null) => Call("rvgi", period);

    /// <summary>Stochastic momentum index. Lines: smi, signal.</summary>
    /// <param name="period">Whole number from 1 to 100000; 13 when null.</param>
    /// <param name="first">Whole number from 1 to 100000; 25 when null.</param>
    /// <param name="second">Whole number from 1 to 100000; 2 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 3 when null.</param>
    public static IndicatorSeries Smi(Argument? period = null, Argument? first = null, Argument? second = null, Argument? signal = null) =>
        Call("smi", period, first, second, signal);

    /// <summary>Schaff trend cycle.</summary>
    /// <param name="cycle">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="fast">Whole number from 1 to 100000; 23 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 50 when null.</param>
    public static IndicatorSeries Stc(Argument? cycle = null, Argument? fast = null, Argument? slow = null) => Call("stc", cycle, fast, slow);

    /// <summary>Stochastic oscillator. Lines: k, d.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="smoothing">Whole number from 1 to 100000; 3 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 3 when null.</param>
    public static IndicatorSeries Stochastic(Argument? period = null, Argument? smoothing = null, Argument? signal = null) =>
        Call("stochastic", period, smoothing, signal);

    /// <summary>Fast stochastic oscillator. Lines: k, d.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 3 when null.</param>
    public static IndicatorSeries StochasticFast(Argument? period = null, Argument? signal = null) => Call("stochf", period, signal);

    /// <summary>Stochastic RSI. Lines: k, d.</summary>
    /// <param name="rsi">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="smoothing">Whole number from 1 to 100000; 3 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 3 when null.</param>
    public static IndicatorSeries StochRsi(Argument? rsi = null, Argument? period = null, Argument? smoothing = null, Argument? signal = null) =>
        Call("stochrsi", rsi, period, smoothing, signal);

    /// <summary>Rate of change of a triple exponential average. Lines: trix, signal.</summary>
    /// <param name="period">Whole number from 1 to 100000; 15 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Trix(Argument? period = null, Argument? signal = null) => Call("trix", period, signal);

    /// <summary>True strength index. Lines: tsi, signal.</summary>
    /// <param name="first">Whole number from 1 to 100000; 25 when null.</param>
    /// <param name="second">Whole number from 1 to 100000; 13 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 7 when null.</param>
    public static IndicatorSeries Tsi(Argument? first = null, Argument? second = null, Argument? signal = null) => Call("tsi", first, second, signal);

    /// <summary>Ultimate oscillator.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 7 when null.</param>
    /// <param name="medium">Whole number from 2 to 100000; 14 when null.</param>
    /// <param name="slow">Whole number from 3 to 100000; 28 when null.</param>
    public static IndicatorSeries UltimateOscillator(Argument? fast = null, Argument? medium = null, Argument? slow = null) =>
        Call("ultosc", fast, medium, slow);

    /// <summary>Williams %R.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries WilliamsR(Argument? period = null) => Call("willr", period);

    /// <summary>Wave trend. Lines: wave, signal.</summary>
    /// <param name="channel">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="average">Whole number from 1 to 100000; 21 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 4 when null.</param>
    public static IndicatorSeries WaveTrend(Argument? channel = null, Argument? average = null, Argument? signal = null) =>
        Call("wt", channel, average, signal);
}
