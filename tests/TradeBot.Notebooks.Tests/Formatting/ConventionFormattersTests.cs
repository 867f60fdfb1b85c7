using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Formatting;

public class ConventionFormattersTests
{
    [Fact]
    public void A_type_is_shown_by_all_the_formatters_it_names_and_as_text()
    {
        MimeBundle bundle = ValueFormatter.Format(new Curve());

        Assert.Equal(["application/json", "application/vnd.curve.v1+json", "text/html", "text/plain"], bundle.MimeTypes);
        Assert.Equal("<svg><!-- 3 --></svg>", bundle["text/html"]!.GetValue<string>());
        Assert.Equal("Curve\nPoints  3", bundle.Text);
    }

    [Fact]
    public void Json_types_are_objects_in_the_document_and_text_is_lines()
    {
        JsonObject data = ValueFormatter.Format(new Curve()).ToDocument();

        Assert.Equal("""{"points":3}""", data["application/json"]!.ToJsonString());
        Assert.Equal("""{"deep":[3]}""", data["application/vnd.curve.v1+json"]!.ToJsonString());
        Assert.Equal("""["Curve\n","Points  3"]""", data["text/plain"]!.ToJsonString());
    }

    [Fact]
    public void Formatters_are_inherited_and_structs_may_have_them()
    {
        Assert.Contains("text/html", ValueFormatter.Format(new SmoothCurve()).MimeTypes);
        Assert.Equal("""{"points":9}""", ValueFormatter.Format(new CurvePoint { Points = 9 })["application/json"]!.ToJsonString());
    }

    [Fact]
    public void A_collection_of_such_values_is_offered_to_their_formatters_as_an_array()
    {
        Curve[] curves = [new Curve(), new Curve { Points = 5 }];

        Assert.Equal("""{"points":8}""", ValueFormatter.Format(curves)["application/json"]!.ToJsonString());
        Assert.Equal("""{"points":8}""", ValueFormatter.Format(curves.ToList())["application/json"]!.ToJsonString());
        Assert.Equal("Points\n------\n     3\n     5", ValueFormatter.Format(curves).Text);
    }

    [Fact]
    public void A_collection_that_the_formatters_do_not_take_is_a_table()
    {
        MimeBundle bundle = ValueFormatter.Format(new[] { new CurvePoint { Points = 1 }, new CurvePoint { Points = 2 } });

        Assert.Equal(["text/html", "text/plain"], bundle.MimeTypes);
        Assert.Equal("Points\n------\n     1\n     2", bundle.Text);
    }

    [Fact]
    public void Formatters_that_break_the_convention_are_named()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => ValueFormatter.Format(new Misnamed()));
        var mistyped = Assert.Throws<InvalidOperationException>(() => ValueFormatter.Format(new Mistyped()));

        Assert.Contains("NoFormatters needs a public method CreateTypeFormatters()", missing.Message, StringComparison.Ordinal);
        Assert.Contains("VoidFormatter needs a public method bool Format(object, TextWriter)", mistyped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_loaded_by_path_shows_its_types_the_same_way()
    {
        using var session = new Kernel.TestSession();
        string path = typeof(Curve).Assembly.Location.Replace('\\', '/');

        await session.ValueAsync($"#r \"{path}\"\nnew TradeBot.Notebooks.Tests.Formatting.Curve {{ Points = 4 }}");

        ResultOutput result = Assert.Single(session.Outputs.OfType<ResultOutput>());
        Assert.Equal("""{"points":4}""", result.Data["application/json"]!.ToJsonString());
    }
}
