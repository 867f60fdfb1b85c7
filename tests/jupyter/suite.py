"""Runs all tests of this folder, or those named, such as test_kernel.Talk.test_stdout."""

import sys
import unittest


class Summary(unittest.TextTestResult):
    """Counts as the other test projects print them."""

    def stopTestRun(self):
        super().stopTestRun()
        failed = len({id(test) for test, _ in self.failures + self.errors})
        skipped = len(self.skipped)
        passed = self.testsRun - failed - skipped
        print(f"Failed: {failed}, Passed: {max(passed, 0)}, Skipped: {skipped}", flush=True)


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["test_kernel", "test_classic"]
    unittest.main(module=None, argv=[sys.argv[0], *chosen], testRunner=unittest.TextTestRunner(resultclass=Summary, verbosity=2))
