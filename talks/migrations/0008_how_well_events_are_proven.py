from django.db import migrations

# The same rules as talks.queries.grading, for narrowing before anything is read:
# tests hold the two against each other. 0 is discounted, 1 alleged, 2 told by two
# independent voices, 3 confirmed.
PROVEN = """
CREATE FUNCTION talks_proof(which bigint, told_by date) RETURNS integer
LANGUAGE sql STABLE AS $$
WITH accused AS (
    SELECT part.actor_id, actor.side
    FROM talks_participation AS part JOIN talks_actor AS actor ON actor.id = part.actor_id
    WHERE part.event_id = which AND part.role = 'accused'
),
camp AS (SELECT DISTINCT side FROM accused WHERE side IN ('gna', 'lna')),
voice AS (
    SELECT cited.stance, cited.speaker_id, speaker.side, outlet.slug AS outlet,
           outlet.lean, report.wire_origin, report.id AS report,
           coalesce(report.duplicate_of_id, report.id) AS original
    FROM talks_citation AS cited
    JOIN talks_article AS report ON report.id = cited.article_id
    JOIN talks_source AS outlet ON outlet.id = report.source_id
    LEFT JOIN talks_actor AS speaker ON speaker.id = cited.speaker_id
    WHERE cited.event_id = which
      AND (told_by IS NULL OR report.published_at IS NULL
           OR (report.published_at AT TIME ZONE 'UTC')::date <= told_by)
),
telling AS (
    SELECT speaker_id, side,
           first_value(lean) OVER first AS lean,
           first_value(wire_origin) OVER first AS agency,
           first_value(outlet) OVER first AS outlet
    FROM voice WHERE stance <> 'denies'
    WINDOW first AS (PARTITION BY original ORDER BY report <> original, report)
),
whose AS (
    SELECT DISTINCT CASE
        WHEN speaker_id IS NULL THEN coalesce(
            CASE lean WHEN 'west' THEN 'gna' WHEN 'east' THEN 'lna' END,
            nullif(lower(agency), ''), outlet)
        WHEN side IN ('gna', 'lna') THEN side
        ELSE 'actor ' || speaker_id
    END AS name
    FROM telling
)
SELECT CASE
    WHEN (SELECT discounted_reason <> '' FROM talks_event WHERE id = which) THEN 0
    WHEN EXISTS (
        SELECT FROM voice
        WHERE stance = 'confirms' AND speaker_id IS NOT NULL
          AND (speaker_id IN (SELECT actor_id FROM accused)
               OR side IN (SELECT side FROM camp) OR side = 'un')
           OR speaker_id IS NULL AND stance IN ('reports', 'confirms')
          AND outlet IN ('un-panel-of-experts', 'ohchr', 'icc')
    ) THEN 3
    WHEN (SELECT count(*) FROM whose)
         - greatest((SELECT count(*) FROM whose JOIN camp ON camp.side = name) - 1, 0)
         > 1 THEN 2
    ELSE 1
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("talks", "0007_what_was_given_up_and_done_lately")]

    operations = [
        migrations.RunSQL(PROVEN, "DROP FUNCTION talks_proof(bigint, date)")
    ]
