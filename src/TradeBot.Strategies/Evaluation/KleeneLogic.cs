namespace TradeBot.Strategies;

/// <summary>Kleene's three-valued logic on 1, 0 and NaN: the result is known when the unknown does not matter.</summary>
internal static class KleeneLogic
{
    public static double Of(bool value) => value ? 1 : 0;

    public static double Above(double left, double right)
    {
        if (left > right)
            return 1;
        return left <= right ? 0 : double.NaN;
    }

    /// <summary>True maps to 0, false to 1, and NaN stays.</summary>
    public static double Not(double value) => 1 - value;

    public static double And(double left, double right) => left == 0 || right == 0 ? 0 : left * right;

    public static double Or(double left, double right) => left == 1 || right == 1 ? 1 : left + right;

    /// <summary>The result when the unknown votes cannot change it, otherwise unknown.</summary>
    public static double Decide(int yes, int unknown, int needed)
    {
        if (yes >= needed)
            return 1;
        return yes + unknown >= needed ? double.NaN : 0;
    }
}
