"""Every chapter in .NET Interactive's Jupyter kernel and in ours, and the packed library in both. Run by interactive.sh."""

import os
import re
import unittest

import chapters
from chapters import INTERACTIVE
from conversation import Conversation, of_type, text

OURS = "tradebot-csharp"
FEED = os.environ["TRADEBOT_FEED"]
LONGEST = 180  # seconds for a cell that restores packages


class Chapters(unittest.TestCase):
    def test_the_kernels_are_those_of_two_products(self):
        self.assertNotIn("tradebot", self.kernel_info(INTERACTIVE))
        self.assertIn("tradebot", self.kernel_info(OURS))

    def kernel_info(self, kernel):
        talk = Conversation(kernel)
        try:
            content = talk.reply(talk.client.kernel_info())["content"]
            self.assertEqual("C#", content["language_info"]["name"])
            return str(content).lower()
        finally:
            talk.close()

    def test_in_dotnet_interactive(self):
        self.assert_equal_to_recorded(INTERACTIVE)

    def test_in_our_kernel(self):
        self.assert_equal_to_recorded(OURS)

    def assert_equal_to_recorded(self, kernel):
        for name in chapters.names():
            with self.subTest(name):
                lacking = chapters.missing(chapters.read(name))
                if lacking is not None:
                    print(f"{name}, {kernel}: left out, {lacking} is not built", flush=True)
                    continue
                row = chapters.Row(name, kernel)
                print(row, flush=True)
                self.assertEqual([], row.failed)
                self.assertEqual([], row.different)
                self.assertGreater(row.run, 0)


class Package(unittest.TestCase):
    def test_loads_in_dotnet_interactive_with_its_extension(self):
        self.assertIn("TradeBot is loaded", self.load(INTERACTIVE))

    def test_loads_in_our_kernel(self):
        self.load(OURS)

    def load(self, kernel):
        """Loads the package from the folder; a value of it must show itself. Returns all that the cell with the reference showed."""
        version = next(match[1] for match in map(re.compile(r"TradeBot\.([0-9].*)\.nupkg").fullmatch, os.listdir(FEED)) if match)
        talk = Conversation(kernel)
        try:
            reply, loading = talk.run(f'#i "nuget:{FEED}"\n#r "nuget:TradeBot, {version}"', timeout=LONGEST)
            self.assertEqual("ok", reply["status"], reply)
            reply, messages = talk.run("using TradeBot;\nusing TradeBot.MarketData;\nMarketGenerator.Single(50, seed: 3)", timeout=LONGEST)
            self.assertEqual("ok", reply["status"], reply)
            shown = of_type(messages, "execute_result")[0]["data"]
            self.assertRegex(shown["text/html"], chapters.OURS)
            return text(loading) + str(of_type(loading, "display_data"))
        finally:
            talk.close()
