"""What belongs to screening and to courses moves there; their first migrations take the tables over by another name."""

import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0003_keys")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(model_name="attendance", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="attendance", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="attendanceevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="appointment", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="appointment", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="appointmentevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="decline", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="decline", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="declineevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="interview", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="interview", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="interviewevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="recordcheck", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="recordcheck", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="recordcheckevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="reference", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="reference", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="referenceevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="secondyes", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="secondyes", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="secondyesevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="shadowing", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="shadowing", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="shadowingevent", name="append_only"),
        pgtrigger.migrations.RemoveTrigger(model_name="signature", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="signature", name="update_update"),
        pgtrigger.migrations.RemoveTrigger(model_name="signatureevent", name="append_only"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField(
                    model_name="signature",
                    name="agreement",
                ),
                migrations.RemoveField(
                    model_name="signatureevent",
                    name="agreement",
                ),
                migrations.RemoveField(
                    model_name="appointment",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="appointment",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="appointmentevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="appointmentevent",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="appointmentevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="appointmentevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="attendance",
                    name="gathering",
                ),
                migrations.RemoveField(
                    model_name="attendance",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="attendanceevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="attendanceevent",
                    name="gathering",
                ),
                migrations.RemoveField(
                    model_name="attendanceevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="attendanceevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="decline",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="decline",
                    name="offered",
                ),
                migrations.RemoveField(
                    model_name="decline",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="declineevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="declineevent",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="declineevent",
                    name="offered",
                ),
                migrations.RemoveField(
                    model_name="declineevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="declineevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="gathering",
                    name="institution",
                ),
                migrations.RemoveField(
                    model_name="interview",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="interview",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="interviewevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="interviewevent",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="interviewevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="interviewevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="recordcheck",
                    name="requested_by",
                ),
                migrations.RemoveField(
                    model_name="recordcheck",
                    name="seen_by",
                ),
                migrations.RemoveField(
                    model_name="recordcheck",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="recordcheckevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="recordcheckevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="recordcheckevent",
                    name="requested_by",
                ),
                migrations.RemoveField(
                    model_name="recordcheckevent",
                    name="seen_by",
                ),
                migrations.RemoveField(
                    model_name="recordcheckevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="reference",
                    name="asked_by",
                ),
                migrations.RemoveField(
                    model_name="reference",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="referenceevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="referenceevent",
                    name="asked_by",
                ),
                migrations.RemoveField(
                    model_name="referenceevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="referenceevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="secondyes",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="secondyes",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="secondyesevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="secondyesevent",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="secondyesevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="secondyesevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="shadowing",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="shadowing",
                    name="experienced",
                ),
                migrations.RemoveField(
                    model_name="shadowing",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="shadowingevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="shadowingevent",
                    name="by",
                ),
                migrations.RemoveField(
                    model_name="shadowingevent",
                    name="experienced",
                ),
                migrations.RemoveField(
                    model_name="shadowingevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="shadowingevent",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="signature",
                    name="registered_by",
                ),
                migrations.RemoveField(
                    model_name="signature",
                    name="volunteer",
                ),
                migrations.RemoveField(
                    model_name="signatureevent",
                    name="pgh_obj",
                ),
                migrations.RemoveField(
                    model_name="signatureevent",
                    name="pgh_context",
                ),
                migrations.RemoveField(
                    model_name="signatureevent",
                    name="registered_by",
                ),
                migrations.RemoveField(
                    model_name="signatureevent",
                    name="volunteer",
                ),
                migrations.DeleteModel(
                    name="Agreement",
                ),
                migrations.DeleteModel(
                    name="Appointment",
                ),
                migrations.DeleteModel(
                    name="AppointmentEvent",
                ),
                migrations.DeleteModel(
                    name="Attendance",
                ),
                migrations.DeleteModel(
                    name="AttendanceEvent",
                ),
                migrations.DeleteModel(
                    name="Decline",
                ),
                migrations.DeleteModel(
                    name="DeclineEvent",
                ),
                migrations.DeleteModel(
                    name="Gathering",
                ),
                migrations.DeleteModel(
                    name="Interview",
                ),
                migrations.DeleteModel(
                    name="InterviewEvent",
                ),
                migrations.DeleteModel(
                    name="RecordCheck",
                ),
                migrations.DeleteModel(
                    name="RecordCheckEvent",
                ),
                migrations.DeleteModel(
                    name="Reference",
                ),
                migrations.DeleteModel(
                    name="ReferenceEvent",
                ),
                migrations.DeleteModel(
                    name="SecondYes",
                ),
                migrations.DeleteModel(
                    name="SecondYesEvent",
                ),
                migrations.DeleteModel(
                    name="Shadowing",
                ),
                migrations.DeleteModel(
                    name="ShadowingEvent",
                ),
                migrations.DeleteModel(
                    name="Signature",
                ),
                migrations.DeleteModel(
                    name="SignatureEvent",
                ),
            ],
        ),
    ]
