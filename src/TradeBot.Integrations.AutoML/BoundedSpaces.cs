using Microsoft.ML.AutoML.CodeGen;
using Microsoft.ML.SearchSpace;
using Microsoft.ML.SearchSpace.Option;
using TradeBot.Integrations.MLNet;

namespace TradeBot.Integrations.AutoML;

/// <summary>Search spaces of the tree methods, with as many trees and leaves as fit into memory.</summary>
/// <remarks>AutoML's own spaces reach 32,768 trees of 32,768 leaves: one such fit takes all memory, and neither its token nor its time limit stops it.</remarks>
internal static class BoundedSpaces
{
    private const int FewestTrees = 4, FewestLeaves = 4;

    public static SearchSpace<FastTreeOption> FastTree(int trees, int leaves) =>
        Bound(new SearchSpace<FastTreeOption>(new() { LabelColumnName = MlNetRows.Label, FeatureColumnName = MlNetRows.Features }), trees, leaves);

    public static SearchSpace<FastForestOption> FastForest(int trees, int leaves) =>
        Bound(new SearchSpace<FastForestOption>(new() { LabelColumnName = MlNetRows.Label, FeatureColumnName = MlNetRows.Features }), trees, leaves);

    public static SearchSpace<LgbmOption> LightGbm(int trees, int leaves) =>
        Bound(new SearchSpace<LgbmOption>(new() { LabelColumnName = MlNetRows.Label, FeatureColumnName = MlNetRows.Features }), trees, leaves);

    private static TSpace Bound<TSpace>(TSpace space, int trees, int leaves)
        where TSpace : SearchSpace
    {
        space["NumberOfTrees"] = new UniformIntOption(FewestTrees, trees, logBase: true, defaultValue: FewestTrees);
        space["NumberOfLeaves"] = new UniformIntOption(FewestLeaves, leaves, logBase: true, defaultValue: FewestLeaves);
        return space;
    }
}
