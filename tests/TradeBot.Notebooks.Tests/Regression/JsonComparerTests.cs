using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Regression;

public class JsonComparerTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [1, 2]}""", """{"b": [1.0, 2.0000000000001], "a": 1e0}""")]
    [InlineData("""{"data": [{"uid": "x", "y": [1]}]}""", """{"data": [{"uid": "y", "y": [1]}]}""")]
    [InlineData("""{"model_id": "1"}""", """{"model_id": "2"}""")]
    [InlineData("""["3f2504e0-4f89-11d3-9a0c-0305e82c3301"]""", """["00000000-4f89-11d3-9a0c-0305e82c3301"]""")]
    [InlineData("""{"y": {"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAAAQA=="}}""", """{"y": [1, 2]}""")] // 1.0 and 2.0 as little-endian doubles
    [InlineData("""{"y": {"dtype": "i2", "bdata": "AQD+/w=="}}""", """{"y": [1, -2]}""")]
    [InlineData("null", "null")]
    public void Noise_passes(string recorded, string actual) => Assert.Empty(Told(recorded, actual));

    [Theory]
    [InlineData("""{"data": [{"name": "equity", "y": [1, 2, 3]}]}""", """{"data": [{"name": "equity", "y": [1, 2, 4]}]}""", "data[0] \"equity\".y[2]: recorded 3, now 4 (by +1, +33.3333 %)")]
    [InlineData("""{"y": [1, 2, 3, null]}""", """{"y": [1, 3, 5, null]}""", "y[1]: recorded 2, now 3 (2 of 4 values differ, most [2]: 3, now 5)")]
    [InlineData("""{"y": [1, 2]}""", """{"y": [1]}""", "y: recorded 2 values, now 1 values")]
    [InlineData("""{"data": [{}]}""", """{"data": [{}, {}]}""", "data: recorded 1 items, now 2 items")]
    [InlineData("""{"a": 1}""", """{}""", "a: missing: 1")]
    [InlineData("""{}""", """{"a": null}""", "a: new: null")]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", "a: recorded 1, now \"1\"")]
    [InlineData("""{"a": null}""", """{"a": 0}""", "a: recorded null, now 0")]
    [InlineData("""{"title": "fast 12"}""", """{"title": "fast 13"}""", "title: recorded \"fast 12\", now \"fast 13\"")]
    [InlineData("""{"a": true}""", """{"a": false}""", "a: recorded true, now false")]
    public void What_changed_is_reported_by_its_place(string recorded, string actual, string difference) => Assert.Equal(difference, Assert.Single(Told(recorded, actual)));

    private static string[] Told(string recorded, string actual) =>
        [.. JsonComparer.Compare(JsonNode.Parse(recorded), JsonNode.Parse(actual), Tolerance.Default).Select(difference => difference.ToString())];
}
