namespace TradeBot.Learning;

/// <summary>Several columns that were made together.</summary>
internal sealed class FeatureGroup(IReadOnlyList<ScalarFeature> columns) : Feature
{
    public override IReadOnlyList<ScalarFeature> Columns => columns;
}
