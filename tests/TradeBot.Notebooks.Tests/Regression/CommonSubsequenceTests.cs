using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Regression;

public class CommonSubsequenceTests
{
    [Theory]
    [InlineData("abcd", "abcd", "abcd")]
    [InlineData("abcd", "", "")]
    [InlineData("abXcd", "abcYd", "abcd")]
    [InlineData("xaxbxc", "abc", "abc")]
    [InlineData("aa", "a", "a")]
    public void The_longest_is_found(string before, string after, string common)
    {
        Assert.Equal(common, string.Concat(Pairs(before, after).Select(pair => before[pair.Before])));
    }

    [Fact]
    public void Pairs_are_alike_and_rise_on_both_sides_and_none_longer_exists()
    {
        Gen<string> words = Gen.Elements('a', 'b', 'c').ListOf().Select(list => string.Concat(list.Take(7)));

        Prop.ForAll(Arb.From(words), Arb.From(words), (before, after) =>
        {
            IReadOnlyList<(int Before, int After)> pairs = Pairs(before, after);
            bool rises = pairs.Zip(pairs.Skip(1)).All(two => two.First.Before < two.Second.Before && two.First.After < two.Second.After);
            return rises && pairs.All(pair => before[pair.Before] == after[pair.After]) && pairs.Count == Longest(before, after);
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<(int Before, int After)> Pairs(string before, string after) =>
        CommonSubsequence.Of(before.Length, after.Length, (i, j) => before[i] == after[j]);

    /// <summary>By trying every choice of letters.</summary>
    private static int Longest(string before, string after) => Enumerable.Range(0, 1 << before.Length)
        .Select(choice => string.Concat(before.Where((_, i) => (choice >> i & 1) == 1)))
        .Where(part => IsPart(part, after)).Max(part => part.Length);

    private static bool IsPart(string part, string whole)
    {
        int next = 0;
        foreach (char letter in whole)
            next += next < part.Length && part[next] == letter ? 1 : 0;
        return next == part.Length;
    }
}
