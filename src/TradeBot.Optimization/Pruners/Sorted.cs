namespace TradeBot.Optimization;

/// <summary>Lists that are kept ascending.</summary>
internal static class Sorted
{
    /// <summary>Puts a value into its place in the list of a key.</summary>
    public static void Insert(Dictionary<int, List<double>> lists, int key, double value)
    {
        if (!lists.TryGetValue(key, out List<double>? list))
            lists[key] = list = [];
        int at = list.BinarySearch(value);
        list.Insert(at < 0 ? ~at : at, value);
    }
}
