package dev.cairn.samples.flights;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.client.Task;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncludedFile;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlightDelayFlowTest {
    private static final FlightDelayFlowRun RUN =
            FlightDelayFlowRunner.builder().datastore(Datastore.inMemory()).run();
    private static final List<Flight> FLIGHTS = RUN.start().flights();

    @Test
    void oneTaskForEachAirport() {
        List<String> airports =
                FLIGHTS.stream().map(Flight::origin).distinct().sorted().toList();

        assertThat(FLIGHTS).hasSize(20_000);
        assertThat(RUN.airport()).hasSize(220).hasSameSizeAs(airports);
        assertThat(RUN.byAirport().airports()).extracting(Airport::code).containsExactlyElementsOf(airports);
    }

    @Test
    void oneTaskForEachTimeOfDayAtWhichFlightsStartThere() {
        Map<String, Set<TimeOfDay>> times = FLIGHTS.stream()
                .collect(
                        groupingBy(Flight::origin, mapping(flight -> TimeOfDay.of(flight.hour()), Collectors.toSet())));

        assertThat(RUN.time())
                .hasSize(times.values().stream().mapToInt(Set::size).sum())
                .hasSizeGreaterThan(600);
        assertThat(RUN.time().get(0).task().foreachStack())
                .extracting(frame -> frame.artifact())
                .containsExactly("airports", "times");
        assertThat(RUN.time().stream()
                        .mapToInt(time -> time.timeDelay().departures())
                        .sum())
                .isEqualTo(20_000);
    }

    @Test
    void ranksTheAirports() {
        Map<String, Double> means = FLIGHTS.stream().collect(groupingBy(Flight::origin, averagingInt(Flight::delay)));
        Map<String, Long> departures = FLIGHTS.stream().collect(groupingBy(Flight::origin, counting()));
        List<String> latestFirst = means.keySet().stream()
                .filter(airport -> departures.get(airport) >= 100)
                .sorted(Comparator.comparing(means::get).reversed())
                .toList();

        List<AirportDelay> ranking = RUN.end().ranking();
        assertThat(ranking).extracting(AirportDelay::airport).containsExactlyElementsOf(latestFirst);
        assertThat(ranking).allSatisfy(delay -> {
            assertThat(delay.meanDelay()).isCloseTo(means.get(delay.airport()), within(1e-9));
            assertThat(delay.departures())
                    .isEqualTo(departures.get(delay.airport()).intValue());
            assertThat(delay.worstTime()).isEqualTo(worstTime(delay.airport()));
        });
    }

    private static TimeOfDay worstTime(String airport) {
        Map<TimeOfDay, Double> means = FLIGHTS.stream()
                .filter(flight -> flight.origin().equals(airport))
                .collect(groupingBy(flight -> TimeOfDay.of(flight.hour()), averagingInt(Flight::delay)));
        return Collections.max(means.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    @Test
    void refinesTheLineUntilItIsAlmostTheBestOne() {
        List<FlightDelayFlowArtifacts.Refine> iterations = RUN.refineIterations();
        FlightDelayFlowArtifacts.Refine last = iterations.get(iterations.size() - 1);

        assertThat(iterations.size()).isBetween(2, 500);
        assertThat(iterations.subList(0, iterations.size() - 1)).noneMatch(refine -> refine.goodEnough());
        assertThat(last.goodEnough()).isTrue();
        assertThat(RUN.end().line()).isEqualTo(last.line());
        assertThat(RUN.end().error()).isEqualTo(last.line().error(FLIGHTS));
        assertThat(RUN.end().error()).isCloseTo(leastSquares().error(FLIGHTS), within(0.01));
    }

    /** The best line, from the formula for it. */
    private static Line leastSquares() {
        double meanDistance = FLIGHTS.stream()
                .mapToDouble(FlightDelayFlowTest::distance)
                .average()
                .orElseThrow();
        double meanDelay = FLIGHTS.stream().mapToDouble(Flight::delay).average().orElseThrow();
        double covariance = FLIGHTS.stream()
                .mapToDouble(flight -> (distance(flight) - meanDistance) * (flight.delay() - meanDelay))
                .sum();
        double variance = FLIGHTS.stream()
                .mapToDouble(flight -> Math.pow(distance(flight) - meanDistance, 2))
                .sum();
        double slope = covariance / variance;
        return new Line(slope, meanDelay - slope * meanDistance);
    }

    private static double distance(Flight flight) {
        return flight.distance() / 1000.0;
    }

    @Test
    void joinsBothQuestions() {
        assertThat(RUN.join().task().parents()).extracting(Task::step).containsExactly("joinAirports", "refine");
        assertThat(RUN.end().ranking()).isEqualTo(RUN.joinAirports().ranking());
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
}
