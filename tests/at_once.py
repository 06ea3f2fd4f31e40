"""Several doing something at the same moment."""

import threading

from django.db import connection

from moviemeter.lib.refusals import Refused


def at_once(*tasks):
    """What each gave or was refused with, all begun together."""
    begin = threading.Barrier(len(tasks))
    outcomes = [None] * len(tasks)

    def run(at):
        begin.wait()
        try:
            outcomes[at] = tasks[at]()
        except Refused as refusal:
            outcomes[at] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[at]) for at in range(len(tasks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
