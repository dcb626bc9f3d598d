package dev.cairn.samples.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncludedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightDelayFlowTest {
    @Test
    void answersBothQuestions() {
        FlightDelayFlowRun run =
                FlightDelayFlowRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.start().flights()).hasSize(20_000);
        assertThat(run.airport()).hasSize(run.byAirport().airports().size()).hasSizeBetween(200, 240);
        assertThat(run.time().size()).isGreaterThan(run.airport().size());
        List<AirportDelay> ranking = run.end().ranking();
        assertThat(ranking).allSatisfy(delay -> assertThat(delay.departures()).isGreaterThanOrEqualTo(100));
        assertThat(ranking)
                .isSortedAccordingTo((a, b) -> Double.compare(b.meanDelay(), a.meanDelay()))
                .hasSizeGreaterThan(20);
        int refinements = run.refineIterations().size();
        assertThat(refinements).isBetween(2, 500);
        assertThat(run.refineIterations().get(refinements - 1).goodEnough()).isTrue();
        assertThat(run.end().line())
                .isEqualTo(run.refineIterations().get(refinements - 1).line());
        assertThat(run.end().error())
                .isCloseTo(run.end().line().error(run.start().flights()), within(1e-9));
    }

    @Test
    void aLoopThatIsNeverGoodEnoughFails() {
        assertThatThrownBy(() -> FlightDelayFlowRunner.builder()
                        .data(IncludedFile.ofText("two.csv", """
                                date,delay_minutes,distance_miles,origin,destination
                                2001/01/01 00:47,66,1750,DTW,LAS
                                2001/01/01 01:10,95,2399,HNL,SFO
                                """))
                        .tolerance(Double.NEGATIVE_INFINITY)
                        .datastore(Datastore.inMemory())
                        .run())
                .isInstanceOf(FlowFailedException.class)
                .hasMessageContaining("refine")
                .hasMessageContaining("maxIterations");
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> FlightDelayFlowRunner.builder()
                        .data(IncludedFile.ofText("mine.csv", """
                                date,delay_minutes,distance_miles,origin,destination
                                2001/01/01 00:47,late,1750,DTW,LAS
                                """))
                        .datastore(Datastore.inMemory())
                        .run())
                .cause()
                .hasMessage("mine.csv, line 2: For input string: \"late\". Mend the line or remove it.");
    }
}
