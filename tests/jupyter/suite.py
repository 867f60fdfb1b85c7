"""Runs the tests that are named, such as test_kernel or test_kernel.Talk.test_stdout."""

import signal
import sys
import unittest

PATIENCE = 300  # seconds for one test, or one part of it, and for what is between two: no wait may be for ever


def late(*_):
    raise TimeoutError(f"nothing had ended after {PATIENCE} s")


class Summary(unittest.TextTestResult):
    """Counts as the other test projects print them, and ends a test that waits for ever."""

    def startTest(self, test):
        super().startTest(test)
        signal.alarm(PATIENCE)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        signal.alarm(PATIENCE)

    def stopTest(self, test):
        super().stopTest(test)
        signal.alarm(PATIENCE)

    def startTestRun(self):
        super().startTestRun()
        signal.signal(signal.SIGALRM, late)
        signal.alarm(PATIENCE)

    def stopTestRun(self):
        super().stopTestRun()
        signal.alarm(0)
        failed = len({id(test) for test, _ in self.failures + self.errors})
        skipped = len(self.skipped)
        passed = self.testsRun - failed - skipped
        print(f"Failed: {failed}, Passed: {max(passed, 0)}, Skipped: {skipped}", flush=True)


if __name__ == "__main__":
    unittest.main(module=None, argv=sys.argv, testRunner=unittest.TextTestRunner(resultclass=Summary, verbosity=2))
