using System.Reflection;
using TradeBot.Learning;
using TradeBot.Learning.Tests;
using TradeBot.Testing;

namespace TradeBot.Integrations.MLNet.Tests;

/// <summary>The rules that hold for every trainer, for ML.NET's; what they cannot hold is listed here and in the README, with the reason.</summary>
public class MlNetConformanceTests
{
    private const string Any = "*";

    private static readonly (string Rule, string Trainer, string Why)[] Exceptions =
    [
        (nameof(TrainerRules.ConstantColumnsAreNamed), Any, "a constant feature is accepted: trees do not split on it, and a linear model gives it no influence"),
        (nameof(TrainerRules.ARowOfWeightTwoIsTwoRows), Any, "a row of weight 2 is near two rows, not equal to them: bins, leaves and standardisation count rows without their weights, or the method takes no weights"),
        (nameof(TrainerRules.TheOrderOfTheColumnsDoesNotMatter), "fast tree", "of equally good splits the first column's is taken"),
        (nameof(TrainerRules.TheOrderOfTheColumnsDoesNotMatter), "fast forest", "features are drawn by their place"),
        (nameof(TrainerRules.TheOrderOfTheColumnsDoesNotMatter), "lbfgs", "sums in single precision depend on the order of their terms (3e-8)"),
        (nameof(TrainerRules.OneRowIsPredictedWithoutAllocating), "gam", "its predictor allocates for each row"),
    ];

    public static TheoryData<string, string> All()
    {
        MlNetModel.Register();
        var cases = new TheoryData<string, string>();
        foreach (MethodInfo rule in Rules())
        {
            foreach (string trainer in MlNetTests.All().Keys)
                cases.Add(rule.Name, trainer);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_holds_or_is_a_listed_exception(string rule, string trainer)
    {
        Exception? breach = Record.Exception(() => Rules().Single(method => string.Equals(method.Name, rule, StringComparison.Ordinal)).CreateDelegate<Action<ITrainer>>()(MlNetTests.All()[trainer]));

        bool isException = Exceptions.Any(entry => string.Equals(entry.Rule, rule, StringComparison.Ordinal) && (entry.Trainer is Any || string.Equals(entry.Trainer, trainer, StringComparison.Ordinal)));
        if (isException)
            Assert.True(breach is not null, $"{trainer} holds {rule} now: take it off the list.");
        else
            Assert.True(breach is null, $"{trainer} breaks {rule}: {breach?.Message}");
    }

    [Fact]
    public void The_README_lists_every_exception_with_its_reason()
    {
        string readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Integrations.MLNet", "README.md"));
        Assert.All(Exceptions, exception => Assert.Contains(exception.Why, readme, StringComparison.Ordinal));
    }

    private static IEnumerable<MethodInfo> Rules() => typeof(TrainerRules).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(void) && method.GetParameters() is [{ ParameterType: var only }] && only == typeof(ITrainer));
}
