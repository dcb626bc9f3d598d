package dev.cairn.samples.shapes;

import dev.cairn.Catch;
import dev.cairn.Flow;
import dev.cairn.Retry;
import dev.cairn.Step;
import dev.cairn.Timeout;
import dev.cairn.runtime.Failure;
import java.util.concurrent.CountDownLatch;

/** A step that takes no notice of its interrupt, until the test is over. */
@Flow
class Hanging {
    static final CountDownLatch TEST_IS_OVER = new CountDownLatch(1);

    String text;
    Failure failure;
    boolean failed;

    @Step(next = "hang")
    void start() {
        text = "before";
    }

    @Step(next = "end")
    @Retry(times = 1)
    @Timeout("PT0.02S")
    @Catch("failure")
    void hang() {
        text = "assigned in vain";
        while (TEST_IS_OVER.getCount() > 0) {
            try {
                TEST_IS_OVER.await();
            } catch (InterruptedException e) {
                // that is what this flow is about
            }
        }
    }

    @Step
    void end() {
        failed = failure != null;
    }
}
