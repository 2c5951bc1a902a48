/**
 * How every meeting of ours is. What is not named here would follow what somebody once chose for the account at Zoom, so
 * all that records, listens, writes letters or shows somebody is named, also where it is off by itself (P11).
 */
export const settings = {
  // Nothing is recorded, and no machine listens.
  auto_recording: 'none',
  auto_start_meeting_summary: false,
  who_will_receive_summary: 1,
  auto_start_ai_companion_questions: false,
  who_can_ask_questions: 1,
  continuous_meeting_chat: {
    enable: false,
    auto_add_invited_external_users: false,
    auto_add_meeting_participants: false,
  },
  // Zoom writes to nobody: our letters say all there is to say.
  email_notification: false,
  registrants_confirmation_email: false,
  registrants_email_notification: false,
  alternative_hosts_email_notification: false,
  alternative_hosts: '',
  meeting_invitees: [],
  push_change_to_calendar: false,
  // It is seen and entered by the two who hold a link.
  private_meeting: true,
  use_pmi: false,
  approval_type: 1,
  registration_type: 1,
  show_share_button: false,
  email_in_attendee_report: false,
  meeting_authentication: false,
  // Two people, and nobody who would let them in.
  join_before_host: true,
  jbh_time: 15,
  waiting_room: false,
  allow_multiple_devices: true,
  host_video: false,
  participant_video: false,
  mute_upon_entry: false,
  watermark: false,
} as const
