package dev.cairn.benchmarks.cloud;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Partitions of Spring Batch, 16 threads: the whole job. Each stores its result in its execution context. */
final class SpringBatchTasks implements Contender {
    private static final int THREADS = 16;

    @Override
    public String name() {
        return "Spring Batch 6.0.6, partitions, 16 threads";
    }

    @Override
    public int tasks(int all) {
        return all / 20;
    }

    @Override
    public Cost run(Database database, int tasks, Meter meter) throws Exception {
        database.execute(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql")
                .getContentAsString(StandardCharsets.UTF_8));
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(THREADS);
        threads.afterPropertiesSet();
        try (HikariDataSource pool = database.pool()) {
            JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
            JobRepository repository = repository(pool, transactions);
            Step work = new StepBuilder("work", repository)
                    .tasklet(
                            (contribution, context) -> {
                                ExecutionContext own =
                                        contribution.getStepExecution().getExecutionContext();
                                own.putString("result", Contender.result(own.getInt("number")));
                                return RepeatStatus.FINISHED;
                            },
                            transactions)
                    .build();
            Step split = new StepBuilder("split", repository)
                    .partitioner("work", size -> partitions(tasks))
                    .step(work)
                    .taskExecutor(threads)
                    .gridSize(tasks)
                    .build();
            Job job = new JobBuilder("job", repository).start(split).build();
            Meter.Running running = meter.start();
            JobParameters parameters = new JobParameters();
            JobExecution execution = repository.createJobExecution(
                    repository.createJobInstance("job", parameters), parameters, new ExecutionContext());
            job.execute(execution);
            Cost cost = running.stop();
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new AssertionError(String.valueOf(execution.getAllFailureExceptions()));
            }
            return cost;
        } finally {
            threads.shutdown();
        }
    }

    private static JobRepository repository(HikariDataSource pool, JdbcTransactionManager transactions)
            throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(pool);
        factory.setTransactionManager(transactions);
        factory.setDatabaseType("POSTGRES");
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private static Map<String, ExecutionContext> partitions(int tasks) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int i = 0; i < tasks; i++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt("number", i);
            partitions.put("partition" + i, context);
        }
        return partitions;
    }
}
