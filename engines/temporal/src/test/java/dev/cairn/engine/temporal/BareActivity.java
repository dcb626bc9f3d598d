package dev.cairn.engine.temporal;

import io.temporal.activity.ActivityInterface;

/** What the benchmark compares with: an activity that stores the record of one task, with one small value. */
@ActivityInterface
public interface BareActivity {
    /** Stores the record of an item after some time. */
    void work(String run, int item, int millis);
}
