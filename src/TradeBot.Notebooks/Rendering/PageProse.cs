using System.Text;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TradeBot.Notebooks;

/// <summary>Renders Markdown and gathers the headings of a page.</summary>
/// <param name="folder">Where relative image paths start; null when images stay out.</param>
/// <param name="ids">The ids of the page.</param>
internal sealed class PageProse(string? folder, PageIds ids)
{
    private static readonly MarkdownPipeline Authored = Extensions().Build();
    private static readonly MarkdownPipeline Untrusted = Extensions().DisableHtml().Build();

    private readonly List<PageHeading> _headings = [];

    public IReadOnlyList<PageHeading> Headings => _headings;

    /// <summary>True once a cell held a diagram.</summary>
    public bool HasDiagrams { get; private set; }

    /// <summary>A Markdown cell: written by the notebook's author, so that HTML in it is kept.</summary>
    public string OfCell(string markdown, JsonObject? attachments)
    {
        MarkdownDocument document = Read(markdown);
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
            Anchor(heading);
        foreach (LinkInline image in document.Descendants<LinkInline>().Where(link => link.IsImage).ToArray())
            Embed(image, attachments);
        HasDiagrams |= document.Descendants<FencedCodeBlock>().Any(block => block.Info == DiagramLibrary.Fence);
        StackedTables.Label(document, TextOf);
        return Render(document, Authored);
    }

    /// <summary>Markdown that a cell produced: data, so that HTML in it is shown as text.</summary>
    public static string OfOutput(string markdown)
    {
        MarkdownDocument document = Markdown.Parse(markdown, Untrusted);
        foreach (LinkInline image in document.Descendants<LinkInline>().Where(link => link.IsImage))
            image.IsImage = false;
        StackedTables.Label(document, TextOf);
        return Render(document, Untrusted);
    }

    /// <summary>The blocks of a Markdown cell.</summary>
    public static MarkdownDocument Read(string markdown) => Markdown.Parse(markdown, Authored);

    /// <summary>The text of a heading or paragraph without its markup.</summary>
    public static string TextOf(LeafBlock block) => block.Inline is null ? "" : string.Concat(block.Inline.Descendants().Select(TextOf));

    private static MarkdownPipelineBuilder Extensions() =>
        new MarkdownPipelineBuilder().UsePipeTables().UseGridTables().UseEmphasisExtras().UseTaskLists().UseAutoLinks().UseListExtras().UseMathematics();

    private static string Render(MarkdownDocument document, MarkdownPipeline pipeline)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(other => other is HtmlMathInlineRenderer or HtmlMathBlockRenderer);
        renderer.ObjectRenderers.Insert(0, new FormulaInlineRenderer());
        renderer.ObjectRenderers.Insert(0, new FormulaBlockRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private void Anchor(HeadingBlock heading)
    {
        string text = TextOf(heading);
        string anchor = ids.Claim(Slug(text));
        heading.GetAttributes().Id = anchor;
        _headings.Add(new PageHeading(heading.Level, text, anchor));
    }

    private static string TextOf(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        MathInline formula => formula.Content.ToString(),
        _ => "",
    };

    private static string Slug(string text)
    {
        var slug = new StringBuilder("h-");
        foreach (char c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Puts an image's bytes into the page; one from the network becomes a link, since the page asks the network for nothing.</summary>
    private void Embed(LinkInline image, JsonObject? attachments)
    {
        const string attachment = "attachment:";
        string url = image.Url ?? "";
        if (url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return;

        image.Url = url.StartsWith(attachment, StringComparison.Ordinal)
            ? DataUri.OfAttachment(attachments?[Uri.UnescapeDataString(url[attachment.Length..])])
            : folder is null ? null : DataUri.OfFile(folder, Uri.UnescapeDataString(url));
        if (image.Url is not null)
            return;
        image.Url = url;
        image.IsImage = false;
    }
}

/// <summary>A heading of the page, for its list of contents.</summary>
internal sealed record PageHeading(int Level, string Text, string Anchor);
